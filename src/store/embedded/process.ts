import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';
import { postgresEnvironment } from './binaries.ts';

export type Connection = { host: string; port: number; user: string; password: string; database: string };

/** How long PostgreSQL may take to be ready, and how long of that it may refuse who asks although it has started. */
export type Patience = { readyWithinMs: number; refusesForMs: number };

/** Crash recovery after a long outage may replay minutes of log. */
const usualPatience: Patience = { readyWithinMs: 120_000, refusesForMs: 120_000 };

const reapedWithinMs = 10_000;

/** Starts the `postgres` process of a cluster; `untilReady` tells when it takes connections. */
export async function launch(options: {
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
        env: postgresEnvironment(binaries),
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

/** @throws with the end of PostgreSQL's log when the process ends, takes too long, or refuses for too long */
export async function untilReady(
  connection: Connection,
  started?: { child: ChildProcess; log: string },
  { readyWithinMs, refusesForMs }: Patience = usualPatience,
): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  let refusedSince: number | undefined;
  for (;;) {
    const client = new pg.Client(connection);
    client.on('error', () => {}); // a connection cut while starting is answered by the next try
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      refusedSince = isRefusal(cause) ? (refusedSince ?? Date.now()) : undefined;
      const refused = refusedSince !== undefined && Date.now() - refusedSince > refusesForMs;
      if (refused || Date.now() > deadline || (started && hasEnded(started.child))) {
        const tail = started ? await endOfLog(started.log) : '';
        throw new Error(`PostgreSQL did not start.\n${tail}`, { cause });
      }
      await delay(15);
    }
  }
}

/** PostgreSQL's answer while it starts, which includes that it replays its log. */
const starting = '57P03';

/** It answered, and said something else than that it is starting. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== starting;
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined;
}

async function endOfLog(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join('\n');
}

/**
 * Shuts a cluster's PostgreSQL down and waits for its end.
 *
 * @param how `fast`: open transactions roll back; `immediate`: whatever state it is in, what it wrote is not needed
 */
export async function stopProcess(cluster: string, how: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const pid = await postmasterPid(cluster);
  if (pid === undefined || !(await isAlive(pid))) return;
  process.kill(pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
  while (await isAlive(pid)) await delay(10);
}

/** The process that claims the cluster; it may be dead. */
export async function postmasterPid(cluster: string): Promise<number | undefined> {
  try {
    const [pid] = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return Number(pid) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Waits for an ended process until somebody has waited for it, for ten seconds at most: PostgreSQL takes one that nobody
 * has for a running one, and refuses to start. So it is when a server of ours and its PostgreSQL are killed at once.
 */
export async function untilReaped(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  const deadline = Date.now() + reapedWithinMs;
  while (Date.now() < deadline && isUnreaped(await stateOf(pid))) await delay(10);
}

/** A process that ended but was not yet waited for does not count, nor does a stranger that got the number later. */
export async function isAlive(pid: number | undefined): Promise<boolean> {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  const state = await stateOf(pid);
  return state.includes('(postgres)') && !isUnreaped(state);
}

/** What Linux says of a process; nothing of one that is gone, and on other systems. */
function stateOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
}

function isUnreaped(state: string): boolean {
  return /\) Z /.test(state);
}
