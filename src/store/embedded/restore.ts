import { chmod, chown, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { type Account, accountForPostgres } from './account.ts';
import { assertEmpty, isEmpty } from './backup.ts';
import { installedMajor } from './binaries.ts';
import { changesOf, checksumsOf } from './checksums.ts';
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
export type RestorePhase = 'copying' | 'checking' | 'starting' | 'counting';

/** How often it is looked whether to stop. */
const lookEveryMs = 200;
/** However long the log is that PostgreSQL replays, it says so; a refusal is a fault of the files. */
const patience = { readyWithinMs: 3_600_000, refusesForMs: 5_000 };

/**
 * Makes a data folder from a backup. It is made beside its place and held against the checksums: PostgreSQL is started on it once, which brings the files
 * to the end of the backup, and looked into. Only then what was there before goes aside, and the new folder takes its
 * place; whatever fails until then, or when it is told to stop, all is as it was. Unfinished runs go on when the server is started.
 *
 * @param moveAside what to do with a data folder that is not empty: move it aside, or refuse
 * @throws when `source` is no whole backup, damaged or of another PostgreSQL, when the data folder is in use or not empty, or when
 *   PostgreSQL does not start on the files
 */
export async function restore(options: {
  source: string;
  dataFolder: string;
  moveAside: boolean;
  clock: () => Date;
  stopping: AbortSignal;
  onPhase?: (phase: RestorePhase) => void;
}): Promise<Restored> {
  const { source, dataFolder, moveAside, clock, stopping, onPhase = () => {} } = options;
  const manifest = await readManifest(source);
  assertReadable(manifest);
  await assertFree(dataFolder, moveAside);
  const place = await placeOf(dataFolder);
  const partial = await mkdtemp(`${place}.`);
  try {
    onPhase('copying');
    await copyFrom(source, partial, stopping);
    onPhase('checking');
    await assertUnchanged(partial, manifest, stopping);
    await prepareForPostgres(partial);
    const found = await lookInto(partial, onPhase, stopping);
    stopping.throwIfAborted();
    // Somebody may have started a server there meanwhile.
    await assertFree(dataFolder, moveAside);
    const movedTo = await takePlace(partial, place, clock());
    return { manifest, movedTo, ...found };
  } catch (cause) {
    const { message } = cause as Error;
    const asItWas = cause instanceof NotPutBack ? '' : ` ${dataFolder} is as it was.`;
    throw new Error(`${source} was not restored.${asItWas}\n${message}`, { cause });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** What was there before is not where it was. */
class NotPutBack extends Error {
  constructor(folder: string, movedTo: string, cause: unknown) {
    super(
      `What was in ${folder} is in ${movedTo}, and could not be moved back: ${(cause as Error).message}`,
      {
        cause,
      },
    );
  }
}

/**
 * Where the data folder truly is, behind links.
 *
 * @throws when another folder cannot take its place
 */
async function placeOf(dataFolder: string): Promise<string> {
  const place = await realpath(dataFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return path.resolve(dataFolder);
  });
  const parent = path.dirname(place);
  await mkdir(parent, { recursive: true });
  const there = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (there && there.dev !== (await stat(parent)).dev) {
    throw new Error(
      `${dataFolder} is a mount point, so a restored folder cannot take its place. Restore to a folder in it, and set DATA_DIR to that.`,
    );
  }
  return place;
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

async function copyFrom(source: string, target: string, stopping: AbortSignal): Promise<void> {
  await copyFolder(source, target, () => {
    stopping.throwIfAborted();
    return true;
  });
  await rm(path.join(target, 'manifest.json'));
}

/** @throws when a file of the backup is not what was written, as after a fault of the disk that it was kept on */
async function assertUnchanged(
  copy: string,
  { checksums = {} }: Manifest,
  stopping: AbortSignal,
): Promise<void> {
  const [first, ...more] = changesOf(checksums, await checksumsOf(copy, stopping));
  if (first === undefined) return;
  const state = first.change === 'missing' ? 'is missing' : 'is not as it was written';
  const others = more.length > 0 ? `, as are ${more.length} more` : '';
  throw new Error(`The backup is damaged: ${first.file} ${state}${others}.`);
}

async function prepareForPostgres(target: string): Promise<void> {
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
    if (movedTo !== undefined) {
      await rename(movedTo, folder).catch((cause: unknown) => {
        throw new NotPutBack(folder, movedTo, cause);
      });
    }
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
  stopping: AbortSignal,
): Promise<Pick<Restored, 'flows' | 'events' | 'unfinishedRuns'>> {
  onPhase('starting');
  const cluster = path.join(folder, 'postgres');
  const endLook = endWhenStopping(cluster, stopping);
  try {
    const postgres = await startEmbeddedPostgres(folder, patience).catch(async (error: unknown) => {
      await stopProcess(cluster, 'immediate');
      stopping.throwIfAborted();
      throw error;
    });
    try {
      onPhase('counting');
      return await countIn(postgres);
    } finally {
      await postgres.stop();
    }
  } finally {
    await endLook();
  }
}

/**
 * Ends the PostgreSQL of a cluster once `stopping` is aborted, be it that it is only about to start: who waits for it is
 * told so by its end.
 */
function endWhenStopping(cluster: string, stopping: AbortSignal): () => Promise<void> {
  let ending: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // It may end by itself just then; the next look tries again.
    if (stopping.aborted) ending = ending.then(() => stopProcess(cluster, 'immediate')).catch(() => {});
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await ending;
  };
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
