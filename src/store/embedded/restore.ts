import { chmod, chown, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { type Account, accountForPostgres } from './account.ts';
import { assertEmpty } from './backup.ts';
import { copyFolder } from './copy-files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { isAlive, postmasterPid } from './process.ts';
import { startEmbeddedPostgres } from './server.ts';

export type Restored = {
  manifest: Manifest;
  /** Where the data folder went that was there before. */
  movedTo: string | undefined;
  flows: number;
  events: number;
  unfinishedRuns: number;
};

/**
 * Makes a data folder from a backup, starts its PostgreSQL once, which brings the files to the end of the backup, and
 * looks into it. Unfinished runs go on when the server is started.
 *
 * @param moveAside what to do with a data folder that is not empty: move it aside, or refuse
 * @throws when `source` is no whole backup, when the data folder is in use or not empty, or PostgreSQL does not start
 */
export async function restore(options: {
  source: string;
  dataFolder: string;
  moveAside: boolean;
  clock: () => Date;
}): Promise<Restored> {
  const { source, dataFolder, moveAside, clock } = options;
  const manifest = await readManifest(source);
  if (await isAlive(await postmasterPid(path.join(dataFolder, 'postgres')))) {
    throw new Error(`The PostgreSQL of ${dataFolder} runs. Stop the server first.`);
  }
  const movedTo = moveAside ? await moveIfThere(dataFolder, clock()) : undefined;
  await assertEmpty(dataFolder);
  const partial = `${path.resolve(dataFolder)}.${process.pid}`;
  try {
    await copyFolder(source, partial);
    await rm(path.join(partial, 'manifest.json'));
    const account = await accountForPostgres();
    if (account) await giveTo(account, path.join(partial, 'postgres'));
    // The `postgres` user has to pass, and enters the cluster only.
    await chmod(partial, 0o755);
    await rename(partial, dataFolder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return { manifest, movedTo, ...(await lookInto(dataFolder)) };
}

async function moveIfThere(folder: string, at: Date): Promise<string | undefined> {
  const aside = `${path.resolve(folder)}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    await rename(folder, aside);
    return aside;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(path.join(entry.parentPath, entry.name), uid, gid);
  }
}

async function lookInto(dataFolder: string): Promise<Pick<Restored, 'flows' | 'events' | 'unfinishedRuns'>> {
  const postgres = await startEmbeddedPostgres(dataFolder);
  const database = openDatabase(postgres.connection, () => {}); // whoever asks meets the error
  try {
    const { rows } = await database.pool.query<Awaited<ReturnType<typeof lookInto>>>(
      `select (select count(*)::int from flows) as flows, (select count(*)::int from events) as events,
              (select count(*)::int from runs where finished_at is null) as "unfinishedRuns"`,
    );
    return rows[0]!;
  } finally {
    await database.close();
    await postgres.stop();
  }
}
