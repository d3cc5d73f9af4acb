import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAlive, postmasterPid } from '../store/embedded/process.ts';
import { useDatabase } from '../store/testing/database.ts';
import { copyPreparedData } from '../store/testing/prepared-data.ts';
import { eventFlow } from './testing/flows.ts';

const database = useDatabase();
// Each starts whole servers, and a PostgreSQL of its own.
vi.setConfig({ testTimeout: 60_000 });
const children: ChildProcess[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tributary-main-'));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

type Server = { child: ChildProcess; address: string; stdout: () => string };

function launch(environment: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...environment },
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => (stderr += data));
  return { child, stdout: () => stdout, stderr: () => stderr };
}

async function start(environment: Record<string, string> = {}): Promise<Server> {
  const { child, stdout, stderr } = launch(environment);
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const [, address] = / at (http:\S+)\/(?:studio\/|health)\n$/.exec(stdout()) ?? [];
  if (!address) throw new Error(`It did not start: ${stdout()}${stderr()}`);
  return { child, address, stdout };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function failure(environment: Record<string, string>): Promise<string> {
  const { child, stdout, stderr } = launch(environment);
  expect(await exitCode(child)).toBe(1);
  expect(stdout()).toBe('');
  return stderr();
}

function databaseUrl(): string {
  const { host = '', port, user, password, database: name } = database().options;
  const where = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${String(password)}@/${name}?${where}`;
}

test('serves on a database of the operator’s, with the configured account, until it is asked to stop', async () => {
  const DATABASE_URL = databaseUrl();
  const { child, address, stdout } = await start({
    DATABASE_URL,
    ADMIN_USERNAME: 'root',
    ADMIN_PASSWORD: 'password',
  });
  const signIn = await fetch(`${address}/user/auth`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'root', password: 'password' }),
  });
  expect(await signIn.json()).toMatchObject({ user: { scope: ['user', 'admin'] } });
  expect((await stat(path.join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  const key = await readFile(path.join(folder, 'secret.key'), 'utf8');
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
  expect(stdout().split('\n')).toHaveLength(2);

  const again = await start({ DATABASE_URL });
  expect(await readFile(path.join(folder, 'secret.key'), 'utf8')).toBe(key);
  again.child.kill('SIGINT');
  expect(await exitCode(again.child)).toBe(0);
});

test('its PostgreSQL ends with the last server of the data folder', async () => {
  const first = await start();
  const second = await start();
  const pid = await postmasterPid(path.join(folder, 'postgres'));
  first.child.kill('SIGINT');
  expect(await exitCode(first.child)).toBe(0);
  expect((await fetch(`${second.address}/health`)).status).toBe(200);
  second.child.kill('SIGINT');
  expect(await exitCode(second.child)).toBe(0);
  expect(await isAlive(pid)).toBe(false);
});

test('a server takes events, a worker runs them; a stopped server finds its runs done', async () => {
  const shared = { DATABASE_URL: databaseUrl(), SECRET_KEY: 'k'.repeat(32), SIGN_UP: 'open' };
  const server = await start({ ...shared, ROLE: 'server' });
  const call = async (route: string, body: object | undefined, token?: string) => {
    const response = await fetch(server.address + route, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    expect(response.status, route).toBe(200);
    return (await response.json()) as Record<string, unknown>;
  };
  const { token } = (await call('/user', { username: 'ada', password: 'password' })) as { token: string };
  const { flowId } = await call('/flows', { flow: eventFlow('shared-out') }, token);
  await call(`/flows/${String(flowId)}/coordinator`, { command: 'start' }, token);
  const { triggers } = await call('/plugins/appmixer/utils/appevents/events/shared-out', { no: 1 }, token);
  const runId = (triggers as { correlationId: string }[])[0]!.correlationId;
  const status = async () => (await call(`/runs/${runId}`, undefined, token))['status'];
  expect(await status()).toBe('queued');

  const worker = await start({ ...shared, ROLE: 'worker' });
  await expect.poll(status, { timeout: 10_000 }).toBe('completed');
  expect((await fetch(`${worker.address}/health`)).status).toBe(200);
  expect((await fetch(`${worker.address}/flows`)).status).toBe(404);
  for (const { child } of [server, worker]) {
    child.kill('SIGTERM');
    expect(await exitCode(child)).toBe(0);
  }
});

test('a value it cannot use is one line and exit code 1', async () => {
  expect(await failure({ PORT: 'x' })).toMatch(/^PORT: [^\n]+\n$/);
  expect(await failure({ OUTBOUND_ALLOW: '10.0.0.0/99' })).toMatch(/^OUTBOUND_ALLOW: "10[^\n]+\n$/);
  expect(await failure({ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' })).toMatch(/^DATABASE_URL: [^\n]+\n$/);
  expect(await failure({ DATA_DIR: '/dev/null/data' })).toMatch(/^The data folder [^\n]+\n$/);
});

test('a port in use is said, and nothing is left running', async () => {
  await copyPreparedData(folder);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  expect(await failure({ PORT: String(port) })).toBe(`Port ${port} is in use. Set PORT to another one.\n`);
  expect(await isAlive(await postmasterPid(path.join(folder, 'postgres')))).toBe(false);
  taken.close();
});
