import { expect, test, vi } from 'vitest';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

test('a run says what it waits for; one whose version cannot be read can be looked at, and so can its message', async () => {
  const { services } = server();
  const ada = await server().user();
  const flowId = await createFlow(ada, { name: 'Orders', flow: eventFlow('order'), concurrency: 1 });
  await startFlow(ada, flowId);
  // Nothing goes through the gate while this is held.
  const holder = await services.database.pool.connect();
  await holder.query('begin');
  await holder.query(`select pg_advisory_xact_lock(hashtextextended('gate ' || $1, 0))`, [flowId]);
  const { body } = await ada.post('/plugins/appmixer/utils/appevents/events/order', { no: 1 });
  const runId = (body as { triggers: { correlationId: string }[] }).triggers[0]!.correlationId;
  const run = async () => (await ada.get(`/runs/${runId}`)).body as Record<string, unknown>;
  expect(await run()).toMatchObject({ status: 'queued', waitsFor: 'turn' });
  await services.database.pool.query('update runs set parked_at = now() where id = $1', [runId]);
  expect(await run()).toMatchObject({ waitsFor: 'room' });
  await services.database.pool.query('update runs set parked_at = null where id = $1', [runId]);
  await services.database.pool.query(`update flow_versions set descriptor = '[]' where flow_id = $1`, [
    flowId,
  ]);
  await holder.query('rollback');
  holder.release();
  await vi.waitFor(async () => expect(await run()).toMatchObject({ status: 'failed' }), { timeout: 10_000 });
  expect(await run()).not.toHaveProperty('waitsFor');
  const { body: messages } = await ada.get(`/unprocessed-messages?flowId=${flowId}`);
  expect(messages).toMatchObject([{ runId, err: { code: 'RUN_GIVEN_UP' } }]);
  const { status } = await ada.get(`/unprocessed-messages/${runId}.1`);
  expect(status).toBe(200);
});
