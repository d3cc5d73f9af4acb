import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useReceiver } from '../engine/testing/receiver.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import { checksumsOf } from '../store/embedded/checksums.ts';
import { startEmbeddedPostgres } from '../store/embedded/server.ts';
import { copyPreparedData } from '../store/testing/prepared-data.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, startFlow } from './testing/flows.ts';
import { startProcess } from './testing/process.ts';

const run = promisify(execFile);
// They start whole servers, and a PostgreSQL of their own.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tributary-backup-'));
  await chmod(folder, 0o755);
  await copyPreparedData(at('data'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function command(
  name: 'backup' | 'restore',
  dataFolder: string,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const file = path.join(import.meta.dirname, `${name}-command.ts`);
  const env = { PATH: process.env['PATH'], DATA_DIR: dataFolder };
  return run(process.execPath, [file, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, output: stderr }),
  );
}

/** Makes the files of a backup count as what was written. */
async function seal(backup: string): Promise<void> {
  const file = path.join(backup, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await rm(file);
  await writeFile(file, JSON.stringify({ ...manifest, checksums: await checksumsOf(backup) }));
}

/** On App Event → HTTP Post. */
function callingFlow(event: string, url: string): Descriptor {
  return {
    t1: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      source: {},
      config: { properties: { event, eventDataExample: '{"no":1}' } },
    },
    a1: {
      type: 'appmixer.utils.http.Post',
      x: 300,
      y: 0,
      source: { in: { t1: ['out'] } },
      config: {
        transform: {
          in: { t1: { out: { type: 'json2new', lambda: { url, bodyType: 'json', bodyJson: '{}' } } } },
        },
      },
    },
  };
}

async function send(user: ApiClient, no: number): Promise<string> {
  const { status, body } = await user.post('/plugins/appmixer/utils/appevents/events/kept', { no });
  expect(status).toBe(200);
  return (body as { triggers: { correlationId: string }[] }).triggers[0]!.correlationId;
}

const outside = { OUTBOUND_ALLOW: '127.0.0.0/8' };

test('a backup of a busy server holds all that was acknowledged before it, and its runs go on', async () => {
  const receiver = await useReceiver();
  const server = await startProcess(at('data'), outside);
  const user = await server.signUp('ada');
  await startFlow(user, await createFlow(user, { flow: callingFlow('kept', receiver.url) }));
  const done = await send(user, 1);
  await expect.poll(() => receiver.received.length).toBe(1);
  receiver.hold(true);
  const before = [done];
  for (let no = 2; no <= 20; no += 1) before.push(await send(user, no));

  const meanwhile: string[] = [];
  const backup = command('backup', at('data'), at('backup'));
  const ended = new AbortController();
  void backup.finally(() => ended.abort());
  while (!ended.signal.aborted) meanwhile.push(await send(user, 100 + meanwhile.length));
  expect(await backup).toMatchObject({ code: 0 });
  expect(meanwhile.length).toBeGreaterThan(10);
  expect((await stat(at('backup'))).mode & 0o777).toBe(0o700);
  expect((await stat(at('backup/secret.key'))).mode & 0o777).toBe(0o600);
  // An orderly stop would wait for the calls that hang.
  server.child.kill('SIGKILL');
  await (await startEmbeddedPostgres(at('data'))).stop();

  const restored = await command('restore', at('copy'), at('backup'));
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('1 flows, ') });
  receiver.hold(false);
  const copy = await startProcess(at('copy'), outside);
  const { body } = await copy.stranger.post('/user/auth', { username: 'ada', password: 'a good one' });
  const again = { authorization: `Bearer ${(body as { token: string }).token}` };
  const runs = async () => {
    const answer = await copy.stranger.request('/runs?limit=200', { headers: again });
    return answer.body as { runId: string; status: string }[];
  };
  await expect
    .poll(async () => new Set((await runs()).map(({ status }) => status)), { timeout: 60_000 })
    .toEqual(new Set(['completed']));
  const ids = (await runs()).map(({ runId }) => runId);
  expect(ids).toEqual(expect.arrayContaining(before));
  expect([...before, ...meanwhile]).toEqual(expect.arrayContaining(ids));
  // The secret key came along: who was signed in still is.
  const kept = { authorization: `Bearer ${user.token}` };
  expect((await copy.stranger.request('/user', { headers: kept })).status).toBe(200);
  await copy.stop();
});

test('without a server PostgreSQL is started for the backup, and stopped after it', async () => {
  expect(await command('backup', at('data'), at('backup'))).toMatchObject({
    code: 0,
    output: expect.stringContaining('SECRET_KEY is not in it'),
  });
  expect(await readdir(at('data/postgres'))).not.toContain('postmaster.pid');
  const inBackup = await readdir(at('backup/postgres'));
  expect(inBackup).toContain('backup_label');
  expect(inBackup).not.toContain('postmaster.opts');
});

test('nothing is overwritten, and what is no backup is not restored', async () => {
  expect(await command('backup', at('nowhere'), at('backup'))).toEqual({
    code: 1,
    output: `There is no database in ${at('nowhere')}.\n`,
  });
  const server = await startProcess(at('data'));
  await writeFile(at('file'), '');
  expect(await command('backup', at('data'), folder)).toEqual({
    code: 1,
    output: `${folder} is not empty.\n`,
  });
  expect(await command('backup', at('data'), at('backup'))).toMatchObject({ code: 0 });
  expect(await command('restore', at('data'), at('backup'), '--force')).toEqual({
    code: 1,
    output: `The PostgreSQL of ${at('data')} runs. Stop the server first.\n`,
  });
  await server.stop();
  expect(await command('restore', at('data'), at('backup'))).toEqual({
    code: 1,
    output: `${at('data')} is not empty.\n`,
  });
  expect(await command('restore', at('new'), at('data'))).toMatchObject({
    code: 1,
    output: expect.stringContaining('holds no whole backup'),
  });
  const key = await readFile(at('data/secret.key'), 'utf8');
  expect(await command('restore', at('data'), at('backup'), '--force')).toMatchObject({ code: 0 });
  expect(await readFile(at('data/secret.key'), 'utf8')).toBe(key);
  const [aside] = (await readdir(folder)).filter((name) => name.startsWith('data.before-'));
  expect(await readdir(at(aside!))).toContain('postgres');
});

/** The processes that work on something in a folder. */
async function processesOn(place: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(place));
}

test.runIf(process.platform === 'linux')(
  'a restore that is told to stop ends its PostgreSQL and leaves nothing behind, and one through a link finds its place',
  async () => {
    expect(await command('backup', at('data'), at('backup'))).toMatchObject({ code: 0 });
    const settings = at('backup/postgres/postgresql.auto.conf');
    const usual = await readFile(settings, 'utf8');
    // It does not get ready.
    await writeFile(settings, `${usual}\nrestore_command = 'sleep 60; false'\n`);
    await writeFile(at('backup/postgres/recovery.signal'), '');
    await seal(at('backup'));
    const file = path.join(import.meta.dirname, 'restore-command.ts');
    const restoring = spawn(process.execPath, [file, at('backup')], {
      env: { PATH: process.env['PATH'], DATA_DIR: at('new') },
    });
    const ended = once(restoring, 'close');
    let told = '';
    restoring.stderr.on('data', (data: Buffer) => (told += data.toString()));
    await expect.poll(() => processesOn(`${at('new')}.`), { timeout: 60_000 }).not.toEqual([]);
    restoring.kill('SIGINT');
    expect(await ended).toEqual([1, null]);
    expect(told).toBe(`${at('backup')} was not restored. ${at('new')} is as it was.\nIt was told to stop.\n`);
    expect(await readdir(folder)).toEqual(['backup', 'data']);
    expect(await processesOn(folder)).toEqual([]);

    await writeFile(settings, usual);
    await rm(at('backup/postgres/recovery.signal'));
    await seal(at('backup'));
    await symlink(at('data'), at('link'));
    expect(await command('restore', at('link'), at('backup'), '--force')).toEqual({
      code: 0,
      output: expect.stringContaining(at('data.before-')),
    });
    expect((await readdir(folder)).map((name) => name.replace(/before-.*/, 'before'))).toEqual([
      'backup',
      'data',
      'data.before',
      'link',
    ]);
    expect(await readlink(at('link'))).toBe(at('data'));
  },
);

test.runIf(process.platform === 'linux')(
  'a backup that is told to stop, by way of its script, ends its PostgreSQL and leaves nothing behind',
  async () => {
    const handOver = path.join(import.meta.dirname, '../../scripts/hand-over.mjs');
    const program = `import { handOver } from ${JSON.stringify(handOver)};
      handOver(['src/server/backup-command.ts', ${JSON.stringify(at('backup'))}]);`;
    const backup = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { PATH: process.env['PATH'], DATA_DIR: at('data') },
    });
    const ended = once(backup, 'close');
    let told = '';
    backup.stderr.on('data', (data: Buffer) => (told += data.toString()));
    const copies = async () => (await readdir(folder)).filter((name) => name.startsWith('backup'));
    await expect.poll(copies, { timeout: 60_000, interval: 10 }).not.toEqual([]);
    backup.kill('SIGINT');
    expect(await ended).toEqual([1, null]);
    expect(told).toBe('It was told to stop.\n');
    expect(await readdir(folder)).toEqual(['data']);
    expect(await processesOn(folder)).toEqual([]);
  },
);

test.runIf(process.platform === 'linux')(
  'a broken backup changes nothing, and leaves nothing behind',
  async () => {
    expect(await command('backup', at('data'), at('backup'))).toMatchObject({ code: 0 });
    const before = await readdir(at('data'));

    const manifest = await readFile(at('backup/manifest.json'), 'utf8');
    await writeFile(at('backup/manifest.json'), manifest.replace(/"postgres": "\d+"/, '"postgres": "12"'));
    expect(await command('restore', at('data'), at('backup'), '--force')).toMatchObject({
      code: 1,
      output: expect.stringContaining('was written by PostgreSQL 12, and this release comes with'),
    });
    await writeFile(at('backup/manifest.json'), manifest);

    const damaged = 'The backup is damaged: postgres/global/1260 is not as it was written.';
    // Whom it knows: nobody may enter. Then what it needs to start at all.
    for (const { broken, sealed, told } of [
      { broken: 'global/1260', sealed: false, told: damaged },
      { broken: 'global/1260', sealed: true, told: 'PostgreSQL did not start.' },
      { broken: 'global/pg_control', sealed: true, told: 'PostgreSQL did not start.' },
    ]) {
      await truncate(at(`backup/postgres/${broken}`));
      if (sealed) await seal(at('backup'));
      const { code, output } = await command('restore', at('data'), at('backup'), '--force');
      expect(code).toBe(1);
      expect(output).toContain(`${at('data')} is as it was.`);
      expect(output).toContain(told);
      expect(await readdir(folder)).toEqual(['backup', 'data']);
      expect(await readdir(at('data'))).toEqual(before);
      expect(await processesOn(folder)).toEqual([]);
    }
    await (await startEmbeddedPostgres(at('data'))).stop();
  },
);
