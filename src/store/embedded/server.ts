import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, accountForPostgres } from './account.ts';
import { copyBinaries, installedBinaries } from './binaries.ts';
import { rootFolder } from './folder.ts';

const run = promisify(execFile);

/**
 * A PostgreSQL of our own for one data folder.
 *
 * It is `absent` until the first start makes it (`initdb`), `starting` until it takes connections, then
 * `running`. It is a process group of its own, so it outlives a server of ours that is killed; the next
 * start finds it running and adopts it. A stop shuts it down whether started or adopted.
 */
export type EmbeddedPostgres = {
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** Shuts PostgreSQL down (fast: open transactions are rolled back) and waits for its end. */
  stop(): Promise<void>;
};

/** The longest path of a Unix socket is 107 bytes; PostgreSQL adds `/.s.PGSQL.5432`. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;

const watchEveryMs = 500;

/** Crash recovery after a long outage may replay minutes of log. */
const readyWithinMs = 120_000;

/**
 * Starts (or adopts) the PostgreSQL of `dataFolder`, making the folder on first use.
 *
 * @throws when the folder cannot be used, or PostgreSQL does not come up; the message ends with its log
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const account = await accountForPostgres();
  const binaries = account ? await copyBinaries(rootFolder) : installedBinaries().folder;
  const cluster = path.join(dataFolder, 'postgres');
  await makeFolders(dataFolder, cluster, account);
  const password = await passwordOf(dataFolder);
  await initialise({ binaries, cluster, account, dataFolder, password });

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
  const start = () => launch({ binaries, cluster, account, log, useSocket, port });
  if (await isAlive(await postmasterPid(cluster))) await untilReady(connection);
  else await untilReady(connection, await start(), log);
  const endWatch = watch(cluster, start);
  return {
    connection,
    async stop() {
      await endWatch();
      await stop(cluster);
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

async function makeFolders(dataFolder: string, cluster: string, account?: Account): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await mkdir(cluster, { recursive: true, mode: 0o700 });
    if (account) await chown(cluster, account.uid, account.gid);
    if (account) await assertReachable(dataFolder, account);
  } catch (cause) {
    throw new Error(`The data folder ${dataFolder} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

/** Every folder on the way must let the `postgres` user through. */
async function assertReachable(folder: string, account: Account): Promise<void> {
  for (let at = folder; ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new Error(
        `the system user "postgres" may not enter ${at}. Set DATA_DIR to a folder it can enter.`,
      );
    }
    if (path.dirname(at) === at) return;
  }
}

async function passwordOf(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres.password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const password = randomBytes(24).toString('base64url');
    await writeFile(file, password, { mode: 0o600, flag: 'wx' }).catch(
      async (failure: NodeJS.ErrnoException) => {
        if (failure.code !== 'EEXIST') throw failure;
      },
    );
    return (await readFile(file, 'utf8')).trim();
  }
}

async function portOf(dataFolder: string): Promise<number> {
  const file = path.join(dataFolder, 'postgres.port');
  const known = Number(await readFile(file, 'utf8').catch(() => ''));
  if (known) return known;
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No free port on the loopback address.');
  await writeFile(file, String(address.port));
  return address.port;
}

async function initialise(options: {
  binaries: string;
  cluster: string;
  account?: Account | undefined;
  dataFolder: string;
  password: string;
}): Promise<void> {
  const { binaries, cluster, account, dataFolder, password } = options;
  if (await exists(path.join(cluster, 'PG_VERSION'))) return;
  // initdb works beside the final folder's content: what an earlier, cut-off initdb left is cleared first.
  await rm(cluster, { recursive: true, force: true });
  await makeFolders(dataFolder, cluster, account);
  const passwordFile = path.join(cluster, '..', `.initdb-${process.pid}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    await run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${cluster}`,
        '--username=tributary',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...account, cwd: cluster, env: environment(binaries) },
    );
  } catch (cause) {
    await rm(path.join(cluster, 'PG_VERSION'), { force: true });
    throw new Error(`PostgreSQL could not be initialised in ${cluster}: ${(cause as Error).message}`, {
      cause,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function launch(options: {
  binaries: string;
  cluster: string;
  account?: Account | undefined;
  log: string;
  useSocket: boolean;
  port: number;
}): Promise<ChildProcess> {
  const { binaries, cluster, account, log, useSocket, port } = options;
  // One earlier log is kept. PostgreSQL writes to a file, not a pipe, because it may outlive us.
  await rename(log, `${log}.old`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const file = await open(log, 'a', 0o600);
  try {
    const settings = {
      listen_addresses: useSocket ? '' : '127.0.0.1',
      unix_socket_directories: useSocket ? cluster : '',
      port: String(port),
      max_connections: '200',
      shared_buffers: '256MB',
    };
    const child = spawn(
      path.join(binaries, 'bin', 'postgres'),
      ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...account,
        cwd: cluster,
        env: environment(binaries),
        // A group of its own: Ctrl-C in the terminal is for our server, which then stops PostgreSQL in order.
        detached: true,
        stdio: ['ignore', file.fd, file.fd],
      },
    );
    child.on('error', () => {}); // told by untilReady through exitCode and the log
    child.unref();
    return child;
  } finally {
    await file.close();
  }
}

/** The binaries find their libraries beside themselves; nothing of the caller's locale or PG* settings leaks in. */
function environment(binaries: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', LD_LIBRARY_PATH: path.join(binaries, 'lib') };
}

async function untilReady(
  connection: EmbeddedPostgres['connection'],
  child?: ChildProcess,
  log?: string,
): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    const client = new pg.Client(connection);
    client.on('error', () => {}); // a connection cut while starting is answered by the next try
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      const ended =
        child && (child.exitCode !== null || child.signalCode !== null || child.pid === undefined);
      if (ended || Date.now() > deadline) {
        const tail = log
          ? (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n')
          : '';
        throw new Error(`PostgreSQL did not start.\n${tail}`, { cause });
      }
      await delay(15);
    }
  }
}

async function stop(cluster: string): Promise<void> {
  const pid = await postmasterPid(cluster);
  if (pid === undefined || !(await isAlive(pid))) return;
  process.kill(pid, 'SIGINT');
  while (await isAlive(pid)) await delay(10);
}

async function postmasterPid(cluster: string): Promise<number | undefined> {
  try {
    const [pid] = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return Number(pid) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A process that ended but was not yet waited for does not count, nor does a stranger that got the number later. */
async function isAlive(pid: number | undefined): Promise<boolean> {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status.includes('(postgres)') && !/\) Z /.test(status);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
