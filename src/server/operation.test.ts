import { describe, expect, test } from 'vitest';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer({ engine: { eventsPerSecond: 1 } });

const figures = async () => String((await server().stranger.get('/metrics')).body);

test('it is ready, and it lives', async () => {
  expect((await server().stranger.get('/health')).body).toEqual({ status: 'ok', version: '0.0.0-test' });
  expect((await server().stranger.get('/health/live')).body).toEqual({ status: 'ok' });
});

describe('the metrics', () => {
  test('count events, runs and steps, and tell of the queue', async () => {
    const user = await server().user();
    await startFlow(user, await createFlow(user, { flow: eventFlow('counted') }));
    const send = (name: string) => user.post(`/plugins/appmixer/utils/appevents/events/${name}`, {});
    await send('counted');
    await send('unheard');
    expect((await send('too-fast')).status).toBe(429);

    await expect.poll(figures).toContain('tributary_runs_ended_total{status="completed"} 1');
    const text = await figures();
    expect(text).toContain('tributary_events_accepted_total{kind="appevent",matched="true"} 1');
    expect(text).toContain('tributary_events_accepted_total{kind="appevent",matched="false"} 1');
    expect(text).toContain('tributary_events_refused_total{reason="throttled"} 1');
    expect(text).toContain('tributary_runs_begun_total 1');
    expect(text).toMatch(
      /^tributary_step_seconds_count\{component="appmixer\.utils\.controls\.SetVariable",status="completed"\} 1$/m,
    );
    expect(text).toMatch(/^tributary_queue_jobs\{state="due"\} 0$/m);
    expect(text).toMatch(/^tributary_queue_oldest_seconds\{state="due"\} 0$/m);
    expect(text).not.toContain(user.id);
  });

  test('tell of runs that wait without a job, too: parked, or at their flow’s gate', async () => {
    const { pool } = server().services.database;
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('waiting') });
    await startFlow(user, flowId);
    const place = (state: string, since: string) =>
      pool.query(
        `insert into runs (id, user_id, flow_id, version_id, component_id, status, created_at, ${since})
         select gen_random_uuid(), user_id, id, version_id, 'none', 'queued', now() - interval '100 seconds', ${state}
         from flows where id = $1`,
        [flowId],
      );
    // Nobody else puts them elsewhere meanwhile.
    await server().services.engine.stop();
    await place(`now() - interval '80 seconds'`, 'parked_at');
    await place('true', 'held');
    await place(`true, now() - interval '60 seconds'`, 'held, wakes_at');
    await place(`true, now() + interval '60 seconds'`, 'held, wakes_at');
    const text = await figures();
    expect(text).toMatch(/^tributary_queue_jobs\{state="parked"\} 1$/m);
    expect(text).toMatch(/^tributary_queue_oldest_seconds\{state="parked"\} 8\d/m);
    expect(text).toMatch(/^tributary_queue_jobs\{state="held"\} 2$/m);
    expect(text).toMatch(/^tributary_queue_oldest_seconds\{state="held"\} 1\d\d/m);
    expect(text).toMatch(/^tributary_queue_oldest_seconds\{state="due"\} 0$/m);
  });
});

describe('with a token', () => {
  const guarded = useServer({ metricsAccess: { token: 'sixteen-letters-x' } });

  test('only who has it reads the metrics', async () => {
    expect((await guarded().stranger.get('/metrics')).status).toBe(401);
    const read = (authorization: string) =>
      guarded().stranger.request('/metrics', { headers: { authorization } });
    expect((await read('Bearer sixteen-letters-y')).status).toBe(401);
    expect((await read('Bearer sixteen-letters-x')).status).toBe(200);
  });
});

describe('closed', () => {
  const closed = useServer({ metricsAccess: 'closed' });

  test('there are no metrics', async () => {
    expect((await closed().stranger.get('/metrics')).status).toBe(404);
  });
});
