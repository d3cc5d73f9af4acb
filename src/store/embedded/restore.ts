import { chmod, chown, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { type Account, accountForPostgres } from './account.ts';
import { assertEmpty, isEmpty } from './backup.ts';
import { installedMajor } from './binaries.ts';
import { copyFolder } from './copy-files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { isAlive, postmasterPid, stopProcess } from './process.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './server.ts';

export type Restored = {
  manifest: Manifest;
  /** Where the data folder went that was there before. */
  movedTo: string | undefined;
  flows: number;
  events: number;
  unfinishedRuns: number;
};

/** What a restore is at, for who waits. */
export type RestorePhase = 'copying' | 'starting' | 'counting';

/** However long the log is that PostgreSQL replays, it says so; a refusal is a fault of the files. */
const patience = { readyWithinMs: 3_600_000, refusesForMs: 5_000 };

/**
 * Makes a data folder from a backup. It is made beside its place: PostgreSQL is started on it once, which brings the files
 * to the end of the backup, and looked into. Only then what was there before goes aside, and the new folder takes its
 * place; whatever fails until then, all is as it was. Unfinished runs go on when the server is started.
 *
 * @param moveAside what to do with a data folder that is not empty: move it aside, or refuse
 * @throws when `source` is no whole backup or of another PostgreSQL, when the data folder is in use or not empty, or when
 *   PostgreSQL does not start on the files
 */
export async function restore(options: {
  source: string;
  dataFolder: string;
  moveAside: boolean;
  clock: () => Date;
  onPhase?: (phase: RestorePhase) => void;
}): Promise<Restored> {
  const { source, dataFolder, moveAside, clock, onPhase = () => {} } = options;
  const manifest = await readManifest(source);
  assertReadable(manifest);
  await assertFree(dataFolder, moveAside);
  const partial = `${path.resolve(dataFolder)}.${process.pid}`;
  try {
    onPhase('copying');
    await makeFrom(source, partial);
    const found = await lookInto(partial, onPhase);
    // Somebody may have started a server there meanwhile.
    await assertFree(dataFolder, moveAside);
    const movedTo = await takePlace(partial, dataFolder, clock());
    return { manifest, movedTo, ...found };
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(`${source} was not restored. ${dataFolder} is as it was.\n${message}`, { cause });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function assertReadable({ postgres }: Manifest): void {
  const major = installedMajor();
  if (postgres !== major) {
    throw new Error(
      `The backup was written by PostgreSQL ${postgres}, and this release comes with ${major}, which cannot read it.`,
    );
  }
}

async function assertFree(dataFolder: string, mayHoldData: boolean): Promise<void> {
  if (await isAlive(await postmasterPid(path.join(dataFolder, 'postgres')))) {
    throw new Error(`The PostgreSQL of ${dataFolder} runs. Stop the server first.`);
  }
  if (!mayHoldData) await assertEmpty(dataFolder);
}

async function makeFrom(source: string, target: string): Promise<void> {
  await copyFolder(source, target);
  await rm(path.join(target, 'manifest.json'));
  const account = await accountForPostgres();
  if (account) await giveTo(account, path.join(target, 'postgres'));
  // The `postgres` user has to pass, and enters the cluster only.
  await chmod(target, 0o755);
}

/** @returns where the folder went that was there; the place is never left empty for longer than a moment */
async function takePlace(made: string, folder: string, at: Date): Promise<string | undefined> {
  const movedTo = await moveIfThere(folder, at);
  try {
    await rename(made, folder);
  } catch (error) {
    if (movedTo !== undefined) await rename(movedTo, folder);
    throw error;
  }
  return movedTo;
}

/** An empty folder is just replaced. */
async function moveIfThere(folder: string, at: Date): Promise<string | undefined> {
  const aside = `${path.resolve(folder)}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  if (await isEmpty(folder)) return undefined;
  await rename(folder, aside);
  return aside;
}

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(path.join(entry.parentPath, entry.name), uid, gid);
  }
}

async function lookInto(
  folder: string,
  onPhase: (phase: RestorePhase) => void,
): Promise<Pick<Restored, 'flows' | 'events' | 'unfinishedRuns'>> {
  onPhase('starting');
  const postgres = await startEmbeddedPostgres(folder, patience).catch(async (error: unknown) => {
    await stopProcess(path.join(folder, 'postgres'), 'immediate');
    throw error;
  });
  try {
    onPhase('counting');
    return await countIn(postgres);
  } finally {
    await postgres.stop();
  }
}

async function countIn({ connection }: EmbeddedPostgres): Promise<Awaited<ReturnType<typeof lookInto>>> {
  const database = openDatabase(connection, () => {}); // whoever asks meets the error
  try {
    const { rows } = await database.pool.query<Awaited<ReturnType<typeof lookInto>>>(
      `select (select count(*)::int from flows) as flows, (select count(*)::int from events) as events,
              (select count(*)::int from runs where finished_at is null) as "unfinishedRuns"`,
    );
    return rows[0]!;
  } finally {
    await database.close();
  }
}
