import { randomUUID } from 'node:crypto';
import { gatesWithRuns } from '../../store/gates.ts';
import { flowsToStop } from '../../store/runs.ts';
import type { TestDatabase } from '../../store/testing/database.ts';
import type { StepRow } from '../../store/steps.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createRunner } from '../runner.ts';
import { settingsOf } from '../settings.ts';
import { createUuidV7 } from '../uuid.ts';
import { behavioursWith, catalogue } from './catalogue.ts';
import { type Call, createEffects, type Effects } from './effects.ts';
import type { TestEngine } from './engine.ts';
import { Dead, dyingJournal, newLife, runnerParts } from './life.ts';
import { nodesOf, type Scenario } from './scenario.ts';

const silent = () => {};

/** Far more than any retry waits. */
const betweenLivesMs = 60 * 60_000;
/** A life does something always, so that many are a fault. */
const mostLives = 60;

/** A run as it is played; what happened to it is since it began or was tried again. */
export type PlayedRun = {
  runId: string;
  /** The number of its event. */
  event: number;
  /** The paths of what was done before that. */
  done: ReadonlySet<string>;
  /** What of it was written, in this order. */
  written: StepRow[];
  /** It was cancelled by itself, or ended by stopping its flow. */
  cancelled: boolean;
  stopsFlow: boolean;
};

export type Played = {
  flowId: string;
  userId: string;
  runs: PlayedRun[];
  calls: Call[];
  most: Effects['most'];
  /** Tries again what was left undone, and lives until that has ended. Gives the runs that went on, or began for it. */
  retry(from: 'step' | 'trigger'): Promise<PlayedRun[]>;
};

/** Plays scenarios on the parts of an engine that run flows; the queue, which gives a run back to them, is the loop. */
export function createCrashingRunner(database: TestDatabase) {
  let now = Date.now();
  const clock = () => new Date(now);
  const outbound = createOutbound({ allow: [] });
  let effects: Effects;
  const settings = settingsOf({
    database,
    behaviours: behavioursWith((context) => effects.act(context)),
    catalogue,
    outbound,
    clock,
    newId: createUuidV7(clock),
    publicUrl: 'http://127.0.0.1:3000',
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    random: () => 0.5,
  });

  return {
    /** Sends a scenario's events by `engine` (which runs none) and lives until all their runs have ended. */
    async play(engine: TestEngine, scenario: Scenario): Promise<Played> {
      const { gate, events, crashes, cancel } = scenario;
      let life = newLife(undefined);
      let lives = 0;
      let healed = false;
      const runs = new Map<string, PlayedRun>();
      const begins = (runId: string, event: number): PlayedRun => {
        const before = runs.get(runId)?.written.filter((step) => step.status === 'completed') ?? [];
        const done = new Set(before.map(({ path }) => path));
        const run = { runId, event, done, written: [], cancelled: false, stopsFlow: false };
        runs.set(runId, run);
        return run;
      };

      const moments = new Map<string, number>();
      const moment = async (runId: string, at: 'effect' | 'write'): Promise<void> => {
        const run = runs.get(runId)!;
        if (cancel?.event !== run.event || cancel.at !== at) return;
        const nth = (moments.get(runId) ?? 0) + 1;
        moments.set(runId, nth);
        if (nth !== cancel.nth) return;
        effects.gone(runId);
        run.cancelled = await engine.cancelRun({ runId, userId: engine.userId });
      };
      const mine = (effects = createEffects(scenario, {
        life: () => life,
        healed: () => healed,
        isOver: (runId) => isOver(database, runId),
        keyOf: (runId) => (gate.orderBy ? events[runs.get(runId)!.event]!.key : null),
        began: (runId) => moment(runId, 'effect'),
      }));

      const event = randomUUID();
      const flowId = await engine.startNew(nodesOf(scenario, event));
      if (gate.concurrency !== null) {
        const { concurrency } = gate;
        await database.db.updateTable('flows').set({ concurrency }).where('id', '=', flowId).execute();
        await engine.concurrencyChanged(flowId);
      }

      /** Goes on with all unfinished runs at once until they end or the process does. */
      const live = async (runIds: string[]): Promise<void> => {
        const parts = runnerParts(settings, life);
        const journal = dyingJournal(settings, life, {
          writes: ({ runId }) => moment(runId, 'write'),
          wrote({ runId, steps, next }) {
            const run = runs.get(runId)!;
            run.written.push(...steps);
            run.stopsFlow = next.kind === 'end' && (next.stopsFlow ?? false);
          },
        });
        const stopFlow = (id: string, by: string) =>
          life.dead ? Promise.reject(new Dead()) : engine.stopFlow(id, by);
        const runner = createRunner(settings, { ...parts, journal, stopFlow });
        for (const id of await gatesWithRuns(database.pool, clock())) await parts.gates.lookAt(id);
        const ends = await Promise.allSettled(runIds.map((runId) => runner.run({ runId, attempt: 1 })));
        await Promise.all([journal.idle(), parts.gates.idle()]);
        for (const end of ends) {
          if (end.status === 'rejected' && !(life.dead && end.reason instanceof Dead)) throw end.reason;
        }
      };

      /** Life after life, each of which begins with what the ones before left half done. */
      const liveOn = async (): Promise<void> => {
        for (;;) {
          for (const flow of await flowsToStop(database.pool))
            await engine.stopFlow(flow.flowId, flow.userId);
          const open = await unfinished(database, [...runs.keys()]);
          if (open.length === 0) return;
          if (lives === mostLives)
            throw new Error(`After ${lives} lives these runs have not ended: ${open.join(', ')}`);
          now += betweenLivesMs;
          life = newLife(crashes[lives++]);
          await live(open);
        }
      };

      for (const [index, data] of events.entries()) {
        for (const runId of await engine.send(event, data)) begins(runId, index);
      }
      await liveOn();
      return {
        flowId,
        userId: engine.userId,
        runs: [...runs.values()],
        calls: mine.calls,
        most: mine.most,
        async retry(from) {
          healed = true;
          mine.calls.length = 0;
          await engine.startFlow(flowId, engine.userId);
          const retried = await engine.retryUnprocessed({ userId: engine.userId, flowId }, from);
          const again = new Map<string, PlayedRun>();
          for (const { message, runId } of retried.runs) {
            if (!again.has(runId)) again.set(runId, begins(runId, runs.get(message.runId)!.event));
          }
          await liveOn();
          // Ids of one millisecond do not tell which came first.
          return [...again.values()].toSorted((one, other) => one.event - other.event);
        },
      };
    },
    async close() {
      await settings.javascript.stop();
      await outbound.close();
    },
  };
}

async function unfinished(database: TestDatabase, runIds: string[]): Promise<string[]> {
  const rows = await database.db
    .selectFrom('runs')
    .select('id')
    .where('id', 'in', runIds)
    .where('finished_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** It has ended, or its flow is stopped. */
async function isOver(database: TestDatabase, runId: string): Promise<boolean> {
  const run = await database.db
    .selectFrom('runs')
    .innerJoin('flows', 'flows.id', 'runs.flow_id')
    .select(['finished_at', 'stage'])
    .where('runs.id', '=', runId)
    .executeTakeFirstOrThrow();
  return run.finished_at !== null || run.stage === 'stopped';
}
