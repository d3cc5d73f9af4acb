import type { Schedule } from '../connectors/component.ts';
import { addJobs } from '../store/jobs.ts';
import { insertRuns } from '../store/runs.ts';
import { addTickJob, lockTick, planNext, type ScheduleRow, type TickPayload } from '../store/schedules.ts';
import { type Queryable, transaction } from '../store/transaction.ts';
import type { Gates } from './gates.ts';
import { persist } from './persist.ts';
import type { EngineSettings } from './settings.ts';
import { type Span, within } from './tracing.ts';

export type Ticker = {
  /**
   * Starts the run of a tick and plans the next one, both or none: each tick happens once, whatever workers there are and
   * die. One that comes late (nothing ran at its time) stands for all that were missed.
   */
  tick(payload: TickPayload): Promise<void>;
};

/** The out port of every trigger that the clock calls. */
const outPort = 'out';

export function createTicker(settings: EngineSettings, gates: Gates, stopping: AbortSignal): Ticker {
  return {
    tick(payload) {
      const facts = { 'tributary.flow.id': payload.flowId, 'tributary.component.id': payload.componentId };
      const span = settings.tracing.begin('tick', 'internal', facts, undefined);
      return within(span, async () => {
        const run = await atOnce(settings, stopping, (db) => tickOnce(db, payload, span));
        if (!run) return;
        settings.metrics.runsBegan(1);
        if (run.gated) gates.look([{ flowId: payload.flowId, orderKey: null }]);
      });
    },
  };

  /** Gives the run that it started, if it did, and whether that waits at its flow's gate now. */
  async function tickOnce(
    db: Queryable,
    payload: TickPayload,
    span: Span,
  ): Promise<{ gated: boolean } | undefined> {
    const row = await lockTick(db, payload);
    const schedule = row && settings.behaviours[row.componentType]?.schedule;
    if (!row || !schedule) return undefined;
    const now = settings.clock();
    const { flowId, componentId, userId, versionId, properties, startedAt, plannedAt, gated } = row;
    const early = plannedAt.getTime() - now.getTime();
    if (early > 0) {
      await addTickJob(db, payload, early);
      return undefined;
    }
    const next = schedule.next(properties, now, startedAt);
    const run = {
      id: settings.newId(),
      eventId: null,
      userId,
      flowId,
      versionId,
      componentId,
      startMessage: messageText(schedule, row, { next, now, span }),
      gated,
      createdAt: now,
    };
    await insertRuns(db, [run]);
    await planNext(db, row, next);
    await addJobs(db, gated ? [] : [{ runId: run.id, userId }]);
    if (next) {
      const tick = { flowId, componentId, planned: next.toISOString() };
      await addTickJob(db, tick, next.getTime() - now.getTime());
    }
    return { gated };
  }
}

/** A database that is away for a moment does not put the tick off: done twice, it finds that it has been done. */
function atOnce<T>(
  { database }: EngineSettings,
  stopping: AbortSignal,
  work: (db: Queryable) => Promise<T>,
): Promise<T> {
  return persist(() => transaction(database.pool, work), stopping);
}

function messageText(
  schedule: Schedule,
  { properties, plannedAt, previousAt, startedAt }: ScheduleRow,
  { next, now, span }: { next: Date | undefined; now: Date; span: Span },
): string {
  const tick = { planned: plannedAt, previous: previousAt ?? undefined, next, now, started: startedAt };
  const { traceparent } = span;
  return JSON.stringify({ port: outPort, content: schedule.message(properties, tick), traceparent });
}

/** What a trigger that the clock calls emits now, for a test. */
export function sampleTick(
  schedule: Schedule,
  properties: Record<string, unknown>,
  now: Date,
): { port: string; content: unknown } {
  const next = schedule.next(properties, now, now);
  const content = schedule.message(properties, {
    planned: now,
    previous: undefined,
    next,
    now,
    started: now,
  });
  return { port: outPort, content: JSON.parse(JSON.stringify(content)) as unknown };
}

/** When a trigger ticks first; undefined when the clock does not call it, or never again. */
export function firstTick(
  schedule: Schedule | undefined,
  properties: Record<string, unknown>,
  now: Date,
): Date | undefined {
  if (!schedule) return undefined;
  const next = schedule.next(properties, now, now);
  return schedule.immediate?.(properties) ? now : next;
}
