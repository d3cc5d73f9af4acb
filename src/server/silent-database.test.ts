import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { wayThatFallsSilent } from '../store/testing/silent-way.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { startProcess } from './testing/process.ts';

const database = useDatabase();

test('while the host of the database says nothing the answer is 503 within seconds, and then all goes on', async () => {
  const way = await wayThatFallsSilent(database().options);
  const { host, port, user, password, database: name } = way.options;
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-silent-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const server = await startProcess(folder, {
    DATABASE_URL: `postgres://${user}:${String(password)}@${host}:${port}/${name}`,
  });
  const ada = await server.signUp('ada');
  await startFlow(ada, await createFlow(ada, { flow: eventFlow('silent') }));
  const send = () => ada.post('/plugins/appmixer/utils/appevents/events/silent', { no: 1 });
  const look = () => ada.get('/flows');
  expect((await send()).status).toBe(200);

  way.fallSilent();
  const began = performance.now();
  // The first ones have connections that were good before.
  const answers = await Promise.all([send(), look(), send(), server.stranger.get('/health')]);
  expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503, 503]);
  expect((await send()).status).toBe(503);
  expect((await server.stranger.get('/health/live')).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(15_000);

  way.speakAgain();
  await expect.poll(async () => (await send()).status, { timeout: 15_000 }).toBe(200);
  await expect.poll(async () => (await look()).status, { timeout: 15_000 }).toBe(200);
  const { triggers } = (await send()).body as { triggers: { correlationId: string }[] };
  const run = async () =>
    ((await ada.get(`/runs/${triggers[0]!.correlationId}`)).body as { status: string }).status;
  await expect.poll(run, { timeout: 20_000 }).toBe('completed');
  await server.stop();
}, 90_000);
