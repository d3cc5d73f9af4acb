import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '../store/embedded/server.ts';
import { copyPreparedData } from '../store/testing/prepared-data.ts';
import { type ApiClient, createClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { type ServerProcess, startProcess } from './testing/process.ts';

// Whole servers, several lives of them.
vi.setConfig({ testTimeout: 240_000 });

const badComponents = new URL('./testing/bad-components.ts', import.meta.url).href;
const environment = { NODE_OPTIONS: `--import ${badComponents}`, LOG_LEVEL: 'error', STALL_SECONDS: '3' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tributary-watchdog-'));
  await chmod(folder, 0o755);
  await copyPreparedData(path.join(folder, 'data'));
});

afterEach(async () => {
  await (await startEmbeddedPostgres(path.join(folder, 'data'))).stop();
  await rm(folder, { recursive: true, force: true });
});

const start = (more: Record<string, string> = {}) =>
  startProcess(path.join(folder, 'data'), { ...environment, ...more });

function logOf({ child }: ServerProcess): { text: string } {
  const log = { text: '' };
  child.stderr!.on('data', (data: Buffer) => (log.text += data.toString()));
  return log;
}

async function send(user: ApiClient, no: string): Promise<string> {
  const { body } = await user.post('/plugins/appmixer/utils/appevents/events/work', { no });
  return (body as { triggers: { correlationId: string }[] }).triggers[0]!.correlationId;
}

type Run = { runId: string; status: string; error: { code?: string } | null };

async function runsOf(user: ApiClient): Promise<Map<string, Run>> {
  const { body } = await user.get('/runs?limit=200');
  return new Map((body as Run[]).map((run) => [run.runId, run]));
}

async function useFlow(server: ServerProcess): Promise<ApiClient> {
  const user = await server.signUp('ada');
  await startFlow(user, await createFlow(user, { flow: eventFlow('work') }));
  return user;
}

/** Serves until its process is killed or a run has failed, and tells what the process said, or that run. */
async function liveOnce(
  begin: (server: ServerProcess) => Promise<ApiClient>,
  more?: Record<string, string>,
): Promise<string | Run> {
  let server: ServerProcess;
  try {
    server = await start(more);
  } catch (error) {
    return (error as Error).message; // it was killed before it said that it is ready
  }
  const log = logOf(server);
  const closed = once(server.child, 'close').then(() => log.text);
  const failed = async () => {
    const user = await begin(server);
    for (;;) {
      const run = [...(await runsOf(user)).values()].find(({ status }) => status === 'failed');
      if (run) return run;
    }
  };
  // A killed server answers nothing.
  const result = await Promise.race([closed, failed().catch(() => closed)]);
  if (typeof result !== 'string') await server.stop();
  return result;
}

test('a component that loops for ever ends its process, and its run alone is given up', async () => {
  let token = '';
  const good: string[] = [];
  let end = await liveOnce(async (server) => {
    const user = await useFlow(server);
    ({ token } = await tokenOf(server));
    await send(user, 'loop for ever');
    return user;
  });
  let lives = 1;
  for (; typeof end === 'string'; lives += 1) {
    expect(end).toContain('The process has stood still for 3 s');
    expect(lives).toBeLessThan(9);
    end = await liveOnce(
      async ({ address }) => {
        const user = createClient(address, token);
        good.push(await send(user, `good ${lives}`));
        return user;
      },
      // Once is enough to see that a loop at full speed is ended.
      { LOOP_RESTS: 'yes' },
    );
  }
  expect(lives).toBeGreaterThan(3);
  expect(end).toMatchObject({ error: { code: 'RUN_GIVEN_UP' } });
  expect(good).not.toEqual([]);
  const server = await start();
  const user = createClient(server.address, token);
  const ends = async () => {
    const runs = await runsOf(user);
    return good.map((runId) => runs.get(runId)?.status);
  };
  await expect.poll(ends, { timeout: 20_000 }).toEqual(good.map(() => 'completed'));
  await server.stop();
});

async function tokenOf({ stranger }: ServerProcess): Promise<{ token: string }> {
  const { body } = await stranger.post('/user/auth', { username: 'ada', password: 'a good one' });
  return body as { token: string };
}

test('a promise that a component rejects unheard is told with its cause, and harms no run', async () => {
  const server = await start();
  const log = logOf(server);
  const user = await useFlow(server);
  const sent = [await send(user, 'reject unheard'), await send(user, 'good')];
  for (const runId of sent) {
    await expect
      .poll(async () => (await runsOf(user)).get(runId)?.status, { timeout: 20_000 })
      .toBe('completed');
  }
  expect(log.text).toContain('"msg":"A promise was rejected, and nobody awaits it');
  expect(log.text).toContain('Nobody listens');
  expect(log.text).toContain('A cause of its own');
  expect(server.child.exitCode).toBeNull();
  await server.stop();
});
