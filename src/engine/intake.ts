import { insertEvents, readReceipts, storeReceipts } from '../store/events.ts';
import { addJobs } from '../store/jobs.ts';
import { type Match, matchListeners } from '../store/listeners.ts';
import { insertRuns } from '../store/runs.ts';
import {
  isConnectionFailure,
  isDeletedMeanwhile,
  isRefusedValue,
  type Queryable,
  transaction,
} from '../store/transaction.ts';
import { createBatcher } from './batcher.ts';
import { EventRefused, Unavailable } from './errors.ts';
import type { EngineSettings } from './settings.ts';

/** An event that came in, before it is stored. */
export type Arrival = {
  kind: 'appevent' | 'webhook';
  userId: string;
  /** The event's name; for a call by URL the empty one. */
  name: string;
  /** JSON text of the `WebhookContent`. */
  message: string;
  flowId?: string | undefined;
  componentId?: string | undefined;
  idempotencyKey?: string | undefined;
};

/** A trigger that an event started; `correlationId` is the run, `createdAt` when the trigger began to listen. */
export type Trigger = {
  userId: string;
  event: string;
  componentId: string;
  flowId: string;
  createdAt: string;
  correlationId: string;
};

/** What became of an arrival: the triggers it started, or those that the same key started before. */
export type Acceptance = { triggers: Trigger[]; replayed: boolean };

export type Intake = {
  /**
   * Stores an event with the runs it starts and answers after the commit.
   *
   * @throws Unavailable when the database cannot be reached, EventRefused when it cannot hold the event
   */
  accept(arrival: Arrival): Promise<Acceptance>;
};

/** Takes events in; those of one moment share one transaction. */
export function createIntake(settings: EngineSettings): Intake {
  const batcher = createBatcher<Arrival, Acceptance>({
    maxItems: 500,
    maxWeight: 8 * 1024 * 1024,
    weigh: (arrival) => arrival.message.length,
    write: (arrivals) => writeBatch(settings, arrivals),
  });
  return {
    async accept(arrival) {
      try {
        return await batcher.add(arrival);
      } catch (error) {
        if (isConnectionFailure(error)) throw new Unavailable(error);
        throw isRefusedValue(error) ? new EventRefused(error) : error;
      }
    },
  };
}

const mostAttempts = 5;

/** A flow that was matched may be gone before its run is stored; the next attempt no longer matches it. */
async function writeBatch(settings: EngineSettings, arrivals: Arrival[]): Promise<Acceptance[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(settings.database.pool, (db) => acceptAll(settings, db, arrivals));
    } catch (error) {
      if (!isDeletedMeanwhile(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** All or nothing: events, the runs of every match, their jobs. */
async function acceptAll(
  settings: EngineSettings,
  db: Queryable,
  arrivals: Arrival[],
): Promise<Acceptance[]> {
  const createdAt = settings.clock();
  const events = arrivals.map((arrival) => ({
    id: settings.newId(),
    userId: arrival.userId,
    kind: arrival.kind,
    name: arrival.name,
    message: arrival.message,
    idempotencyKey: arrival.idempotencyKey ?? null,
    createdAt,
  }));
  const storedIds = await insertEvents(db, events);
  const isNew = events.map((event) => storedIds.has(event.id));

  const fresh = arrivals.flatMap((arrival, index) =>
    isNew[index] ? [{ arrival, event: events[index]! }] : [],
  );
  const matches = await matchListeners(
    db,
    fresh.map(({ arrival: { userId, name, flowId, componentId } }) => ({
      userId,
      event: name,
      ...(flowId === undefined ? {} : { flowId }),
      ...(componentId === undefined ? {} : { componentId }),
    })),
  );
  const started = matches.map((match) => ({ match, runId: settings.newId() }));
  await insertRuns(
    db,
    started.map(({ match, runId }) => ({
      id: runId,
      eventId: fresh[match.index]!.event.id,
      userId: match.userId,
      flowId: match.flowId,
      versionId: match.versionId,
      componentId: match.componentId,
      startMessage: null,
      createdAt,
    })),
  );
  await addJobs(
    db,
    started.map(({ match, runId }) => ({ runId, userId: match.userId })),
  );

  const triggers = new Map<string, Trigger[]>(fresh.map(({ event }) => [event.id, []]));
  for (const { match, runId } of started) {
    triggers.get(fresh[match.index]!.event.id)!.push(triggerOf(match, runId));
  }
  await storeReceipts(
    db,
    fresh
      .filter(({ event }) => event.idempotencyKey !== null)
      .map(({ event }) => ({ eventId: event.id, receipt: JSON.stringify(triggers.get(event.id)) })),
  );

  const repeated = events.filter((_, index) => !isNew[index]);
  const receipts = await readReceipts(
    db,
    repeated.map(({ userId, idempotencyKey }) => ({ userId, idempotencyKey: idempotencyKey! })),
  );
  const earlier = new Map(repeated.map((event, index) => [event.id, receipts[index]?.receipt]));
  return events.map((event, index) =>
    isNew[index]
      ? { triggers: triggers.get(event.id)!, replayed: false }
      : { triggers: (earlier.get(event.id) ?? []) as Trigger[], replayed: true },
  );
}

function triggerOf(match: Match, runId: string): Trigger {
  return {
    userId: match.userId,
    event: match.event,
    componentId: match.componentId,
    flowId: match.flowId,
    createdAt: match.createdAt.toISOString(),
    correlationId: runId,
  };
}
