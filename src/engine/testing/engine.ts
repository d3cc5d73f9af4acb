import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Behaviour } from '../../connectors/component.ts';
import type { RunStatus, Schema } from '../../store/schema.ts';
import type { TestDatabase } from '../../store/testing/database.ts';
import { openDatabase } from '../../store/database.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createUuidV7 } from '../uuid.ts';
import { behavioursWith, catalogue } from './catalogue.ts';
import { insertFlow, insertUser, type TestNode } from './flows.ts';

export type TestEngine = Engine & {
  userId: string;
  /** Stores a flow of the engine's user and starts it. */
  startNew(nodes: Record<string, TestNode>): Promise<string>;
  /** Sends an app event for the engine's user; gives the ids of the runs it started. */
  send(event: string, data: unknown): Promise<string[]>;
};

const silent = () => {};

/** What Postgres calls the connections of these engines, to tell them from the test's. */
export const engineConnections = 'test-engine';

export const request = { method: 'POST', hostname: 'localhost', headers: {}, query: {} };

/**
 * An engine of its own user on the test's database, stopped with the test. It has a pool of its own, as another
 * process would. `act` is what `Act` components do. Retries and sweeps hardly wait.
 */
export async function useEngine(
  database: TestDatabase,
  options: Partial<EngineOptions> & { act?: Behaviour['receive'] } = {},
): Promise<TestEngine> {
  const { act, ...rest } = options;
  const own = openDatabase({ ...database.options, application_name: engineConnections }, silent);
  const outbound = createOutbound({ allow: ['127.0.0.1'] });
  const engine = createEngine({
    database: own,
    behaviours: behavioursWith(act),
    catalogue,
    outbound,
    clock: () => new Date(),
    newId: createUuidV7(() => new Date()),
    publicUrl: 'http://127.0.0.1:3000',
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    retryBaseMs: 1,
    pollMs: 50,
    watchMs: 100,
    sweepMs: 100,
    ...rest,
  });
  let stopped: Promise<void> | undefined;
  const stop = () =>
    (stopped ??= (async () => {
      await engine.stop();
      await outbound.close();
      await own.close();
    })());
  onTestFinished(stop);
  const userId = await insertUser(database);
  return {
    ...engine,
    stop,
    userId,
    async startNew(nodes) {
      const flowId = await insertFlow(database, userId, nodes);
      await engine.startFlow(flowId, userId);
      return flowId;
    },
    async send(event, data) {
      const { triggers } = await engine.acceptAppEvent({ userId, event, data, request });
      return triggers.map((trigger) => trigger.correlationId);
    },
  };
}

/** Asks until the answer is there. */
export async function until<T>(ask: () => Promise<T | undefined | false>, withinMs = 20_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Not so within ${withinMs} ms: ${ask.toString()}`);
    await delay(5);
  }
}

/** The run's row once it has ended. */
export async function endOf(database: TestDatabase, runId: string, withinMs?: number) {
  return until(async () => {
    const run = await database.db
      .selectFrom('runs')
      .selectAll()
      .where('id', '=', runId)
      .executeTakeFirstOrThrow();
    return run.finished_at ? run : undefined;
  }, withinMs);
}

export async function statusOf(database: TestDatabase, runId: string): Promise<RunStatus> {
  const run = await database.db
    .selectFrom('runs')
    .select('status')
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return run.status;
}

/** The steps of a run in their order. */
export async function stepsOf(database: TestDatabase, runId: string) {
  return database.db.selectFrom('steps').selectAll().where('run_id', '=', runId).orderBy('step_no').execute();
}

export async function countOf(database: TestDatabase, table: keyof Schema): Promise<number> {
  const row = await database.db
    .selectFrom(table)
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Resolves once an engine of this database waits for a lock that another connection holds. */
export async function untilBlocked(database: TestDatabase): Promise<void> {
  await until(async () => {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity
       where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`,
      [engineConnections],
    );
    return rowCount === 1;
  });
}

/** Makes the jobs due that wait for their time: what they are for looks at the engine's own clock. */
export async function bringForward(database: TestDatabase): Promise<void> {
  await database.pool.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()');
}

/** A clock that tests move. */
export function movableClock(): { clock: () => Date; pass: (ms: number) => void } {
  let ahead = 0;
  return {
    clock: () => new Date(Date.now() + ahead),
    pass(ms) {
      ahead += ms;
    },
  };
}

export const unknownId = () => randomUUID();
