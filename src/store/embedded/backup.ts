import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { hasOtherClients } from '../reachable.ts';
import type { Session } from '../transaction.ts';
import { checksumsOf } from './checksums.ts';
import { copyFolder, copyToDisk } from './copy-files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { startEmbeddedPostgres } from './server.ts';
import { firstSegmentOf, segmentsBetween } from './wal.ts';

/** What lies beside the cluster and belongs to it; the key is not there where `SECRET_KEY` is set. */
const besides = ['postgres.password', 'secret.key'];

/** PostgreSQL makes what these hold anew. */
const emptied = [
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
/** Of the running server, or of this backup alone. */
const left =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|\.s\.PGSQL\..*|pgsql_tmp.*|pg_internal\.init.*)$/;
/** Says how far the files are; so it is copied when they all are. */
const control = path.join('global', 'pg_control');

/**
 * Copies the embedded database of a data folder to `target`, by PostgreSQL's own way of doing so while it is written
 * to, with all that a restore needs. The server may run, and goes on meanwhile; where it does not, PostgreSQL is started
 * for the copy.
 *
 * @throws when there is no database, when `target` is not empty, when the copy would not be whole, or the reason of
 *   `stopping`; nothing is left of the copy then
 */
export async function backUp(options: {
  dataFolder: string;
  target: string;
  version: string;
  clock: () => Date;
  stopping: AbortSignal;
}): Promise<Manifest> {
  const { dataFolder, target, version, clock, stopping } = options;
  const cluster = path.join(dataFolder, 'postgres');
  await assertCluster(cluster);
  await assertEmpty(target);
  const postgres = await startEmbeddedPostgres(dataFolder);
  const database = openDatabase(
    { ...postgres.connection, application_name: `tributary backup ${randomUUID()}` },
    () => {}, // whoever asks meets the error
  );
  const partial = `${path.resolve(target)}.${process.pid}`;
  try {
    await mkdir(partial, { recursive: true, mode: 0o700 });
    const session = await database.connect();
    try {
      await copyCluster(session, cluster, path.join(partial, 'postgres'), stopping);
    } finally {
      await session.end();
    }
    const kept = await copyBesides(dataFolder, partial);
    const manifest = {
      format: 1 as const,
      version,
      postgres: (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim(),
      createdAt: clock().toISOString(),
      secretKey: kept.includes('secret.key'),
      checksums: await checksumsOf(partial, stopping),
    };
    await writeManifest(partial, manifest);
    stopping.throwIfAborted();
    await rename(partial, target);
    return manifest;
  } finally {
    await rm(partial, { recursive: true, force: true });
    const shared = await hasOtherClients(database).catch(() => false);
    await database.close();
    if (!shared) await postgres.stop();
  }
}

/** https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP */
async function copyCluster(
  session: Session,
  cluster: string,
  target: string,
  stopping: AbortSignal,
): Promise<void> {
  // Until this session ends no segment of the log is removed.
  await session.query(`select pg_create_physical_replication_slot($1, true, true)`, [
    `tributary_backup_${process.pid}`,
  ]);
  await session.query(`select pg_backup_start('tributary', fast => true)`);
  await copyFolder(cluster, target, (relative) => {
    stopping.throwIfAborted();
    return belongsToBackup(relative);
  });
  const { rows } = await session.query<{ label: string; last: string }>(
    `select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)`,
  );
  const { label, last } = rows[0]!;
  for (const segment of await segmentsBetween(cluster, firstSegmentOf(label), last)) {
    await copyToDisk(path.join(cluster, 'pg_wal', segment), path.join(target, 'pg_wal', segment));
  }
  await writeFile(path.join(target, 'backup_label'), label, { mode: 0o600, flush: true });
  await copyToDisk(path.join(cluster, control), path.join(target, control));
}

function belongsToBackup(relative: string): boolean {
  const [top = '', ...below] = relative.split(path.sep);
  if (below.length > 0 && emptied.includes(top)) return false;
  return relative !== control && !left.test(path.basename(relative));
}

async function copyBesides(dataFolder: string, target: string): Promise<string[]> {
  const there = await readdir(dataFolder);
  const kept = besides.filter((name) => there.includes(name));
  for (const name of kept) await copyToDisk(path.join(dataFolder, name), path.join(target, name));
  return kept;
}

async function assertCluster(cluster: string): Promise<void> {
  await stat(path.join(cluster, 'PG_VERSION')).catch((cause: unknown) => {
    throw new Error(`There is no database in ${path.dirname(cluster)}.`, { cause });
  });
}

/** @throws unless the folder is empty, or not there */
export async function assertEmpty(folder: string): Promise<void> {
  if (!(await isEmpty(folder))) throw new Error(`${folder} is not empty.`);
}

/** Is there nothing in the folder, or no folder? */
export async function isEmpty(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.length === 0;
}
