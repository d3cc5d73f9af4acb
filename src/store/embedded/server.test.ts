import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyPreparedData } from '../testing/prepared-data.ts';
import { defaultDataFolder } from './folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './server.ts';

let folder: string;
const running: EmbeddedPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tributary-embedded-'));
  // What mkdtemp makes only its owner may enter; PostgreSQL runs as somebody else under root.
  await chmod(folder, 0o755);
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(dataFolder = path.join(folder, 'data')): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(dataFolder);
  running.push(postgres);
  return postgres;
}

async function query(postgres: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const pidOf = async () =>
  Number((await readFile(path.join(folder, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

test('what is stored survives a stop and a start; writes reach the disk', async () => {
  const first = await start();
  await query(first, 'create table kept as select 42 as answer');
  expect(await query(first, 'show fsync')).toEqual(['on']);
  await first.stop();
  expect(await query(await start(), 'select answer from kept')).toEqual([42]);
});

test('a server left running is adopted, and a stop ends it', async () => {
  await copyPreparedData(path.join(folder, 'data'));
  await start();
  const pid = await pidOf();
  const adopted = await start();
  expect(await pidOf()).toBe(pid);
  await adopted.stop();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a PostgreSQL that is killed is started again and has lost nothing', async () => {
  await copyPreparedData(path.join(folder, 'data'));
  const postgres = await start();
  await query(postgres, 'create table kept as select 42 as answer');
  process.kill(await pidOf(), 'SIGKILL');
  await expect
    .poll(() => query(postgres, 'select answer from kept').catch(() => 'down'), { timeout: 15_000 })
    .toEqual([42]);
});

test('a folder whose path is too long for a socket is served over the loopback address', async () => {
  const deep = path.join(folder, 'a'.repeat(60), 'b'.repeat(60));
  const postgres = await start(deep);
  expect(postgres.connection.host).toBe('127.0.0.1');
  expect(await query(postgres, 'select 1')).toEqual([1]);
});

test('a data folder that cannot be used is a clear error', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  await expect(startEmbeddedPostgres(path.join(file, 'data'))).rejects.toThrow(
    `The data folder ${file}/data cannot be used`,
  );
});

test.runIf(process.getuid?.() === 0)(
  'a folder that the postgres user may not enter is a clear error',
  async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await expect(startEmbeddedPostgres(path.join(closed, 'data'))).rejects.toThrow(`may not enter ${closed}`);
  },
);

test.runIf(process.getuid?.() === 0)(
  'a moved clone keeps its data folder, a copied one gets its own',
  async () => {
    const clone = path.join(folder, 'clone');
    await mkdir(clone);
    const original = await defaultDataFolder(clone);
    expect(await defaultDataFolder(clone)).toBe(original);

    await cp(clone, path.join(folder, 'copy'), { recursive: true });
    expect(await defaultDataFolder(path.join(folder, 'copy'))).not.toBe(original);

    await rename(clone, path.join(folder, 'moved'));
    expect(await defaultDataFolder(path.join(folder, 'moved'))).toBe(original);
  },
);
