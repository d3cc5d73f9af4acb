import path from 'node:path';
import { accountForPostgres } from './account.ts';
import { copyBinaries, installedBinaries } from './binaries.ts';
import { makeFolders, passwordOf, portOf } from './cluster-folder.ts';
import { rootFolder } from './folder.ts';
import { initialise } from './initialise.ts';
import {
  type Connection,
  isAlive,
  launch,
  type Patience,
  postmasterPid,
  stopProcess,
  untilReady,
  untilReaped,
} from './process.ts';

/**
 * A PostgreSQL of our own for one data folder.
 *
 * It is `absent` until the first start makes it (`initdb`), `starting` until it takes connections, then
 * `running`. It is a process group of its own, so it outlives a server of ours that is killed; the next
 * start finds it running and adopts it. A stop shuts it down whether started or adopted.
 */
export type EmbeddedPostgres = {
  connection: Connection;
  /** Shuts PostgreSQL down (fast: open transactions are rolled back) and waits for its end. */
  stop(): Promise<void>;
};

/** The longest path of a Unix socket is 107 bytes; PostgreSQL adds `/.s.PGSQL.5432`. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;

const watchEveryMs = 500;

/**
 * Starts (or adopts) the PostgreSQL of `dataFolder`, making the folder on first use.
 *
 * @throws when the folder cannot be used, or PostgreSQL does not come up; the message ends with its log
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  patience?: Patience,
): Promise<EmbeddedPostgres> {
  const account = await accountForPostgres();
  const binaries = account ? await copyBinaries(rootFolder) : installedBinaries().folder;
  const cluster = path.join(dataFolder, 'postgres');
  await makeFolders(dataFolder, cluster, account);
  const password = await passwordOf(dataFolder);
  await initialise({ binaries, cluster, account, password });

  const useSocket = process.platform !== 'win32' && Buffer.byteLength(cluster) <= longestSocketFolder;
  const port = useSocket ? 5432 : await portOf(dataFolder);
  const connection = {
    host: useSocket ? cluster : '127.0.0.1',
    port,
    user: 'tributary',
    password,
    database: 'postgres',
  };
  const log = path.join(dataFolder, 'postgres.log');
  const start = async () => {
    await untilReaped(await postmasterPid(cluster));
    return launch({ binaries, cluster, account, log, useSocket, port });
  };
  const adopts = await isAlive(await postmasterPid(cluster));
  await untilReady(connection, adopts ? undefined : { child: await start(), log }, patience);
  const endWatch = watch(cluster, start);
  return {
    connection,
    async stop() {
      await endWatch();
      await stopProcess(cluster);
    },
  };
}

/**
 * Starts PostgreSQL anew when it is found dead, whether it was started or adopted. The pool meets errors
 * meanwhile and connects again by itself.
 *
 * @returns ends the watch, after a start that is under way
 */
function watch(cluster: string, start: () => Promise<unknown>): () => Promise<void> {
  let look: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    look = look.then(() => restartWhenDead(cluster, start));
  }, watchEveryMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await look;
  };
}

async function restartWhenDead(cluster: string, start: () => Promise<unknown>): Promise<void> {
  try {
    if (!(await isAlive(await postmasterPid(cluster)))) await start();
  } catch (error) {
    // The next look tries again: a full disk or process table may have room by then.
    process.emitWarning(`PostgreSQL could not be started again: ${(error as Error).message}`);
  }
}
