import type { Violation } from '../flow/event-contract/conformance.ts';
import { acceptEvents, type ArrivedEvent, type StartedRun } from '../store/accept-events.ts';
import { acceptUnheard } from '../store/accept-unheard.ts';
import { intakeWriters } from '../store/database.ts';
import { readReceipts, type StoredReceipt } from '../store/events.ts';
import { isConnectionFailure, isDeadlock, isDeletedMeanwhile, isRefusedValue } from '../store/transaction.ts';
import { createAdmission } from './admission.ts';
import type { Gates } from './gates.ts';
import { createBatcher } from './batcher.ts';
import { EventRefused, Throttled, Unavailable } from './errors.ts';
import { createHeardNames, type HeardNames } from './heard-names.ts';
import type { RefusalReason } from './metrics.ts';
import type { EngineSettings } from './settings.ts';
import type { Taker } from './taker.ts';

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
  /** Its sender is told. */
  warnings?: Violation[];
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

/**
 * What became of an arrival: the triggers it started and what its sender is warned of, or the same of the first arrival
 * with its key.
 */
export type Acceptance = { triggers: Trigger[]; warnings: Violation[]; replayed: boolean };

export type Intake = {
  /**
   * Stores an event with the runs it starts and answers after the commit. Those of one sequence are stored in the order
   * in which they come here.
   *
   * @throws Throttled above the user's limits, Unavailable when the database cannot be reached, EventRefused when it
   * cannot hold the event
   */
  accept(arrival: Arrival, sequence?: object): Promise<Acceptance>;
  /**
   * What was answered to the first app event with this key; undefined when there was none.
   *
   * @throws Throttled, Unavailable
   */
  answeredBefore(key: KnownKey): Promise<Acceptance | undefined>;
};

/** Who goes on with what was accepted. */
type IntakeParts = { gates: Gates; taker: Taker; heard: HeardNames };

export type KnownKey = { userId: string; idempotencyKey: string };

/** Takes events in; those of one moment share one transaction. */
export function createIntake(settings: EngineSettings, given: Omit<IntakeParts, 'heard'>): Intake {
  const parts: IntakeParts = { ...given, heard: createHeardNames() };
  const admission = createAdmission(settings);
  const batcher = createBatcher<Arrival, StartedRun[] | undefined>({
    writers: intakeWriters,
    maxItems: 500,
    maxWeight: 8 * 1024 * 1024,
    weigh: (arrival) => arrival.message.length,
    write: (arrivals) => writeBatch(settings, parts, arrivals),
  });
  // Apart from what is stored: an error here must not make the batcher store it again.
  const receipts = createBatcher<KnownKey, StoredReceipt | undefined>({
    maxItems: 500,
    maxWeight: Number.POSITIVE_INFINITY,
    weigh: () => 0,
    write: (keys) => readReceipts(settings.database.intake, keys),
  });
  const answeredBefore = async (key: KnownKey): Promise<Acceptance | undefined> => {
    const known = await receipts.add(key);
    if (!known) return undefined;
    return {
      triggers: known.triggers as Trigger[],
      warnings: (known.warnings ?? []) as Violation[],
      replayed: true,
    };
  };
  const accept = async (arrival: Arrival, sequence: object | undefined): Promise<Acceptance> => {
    const { userId, idempotencyKey, warnings = [] } = arrival;
    const started = await batcher.add(arrival, sequence);
    if (started) return { triggers: started.map(triggerOf), warnings, replayed: false };
    const known = await answeredBefore({ userId, idempotencyKey: idempotencyKey! });
    // It may have become too old just now.
    return known ?? { triggers: [], warnings: [], replayed: true };
  };
  /** Within the user's limits; counted. */
  const admitted = async <A extends Acceptance | undefined>(
    { userId, kind }: Pick<Arrival, 'userId' | 'kind'>,
    act: () => Promise<A>,
  ): Promise<A> => {
    try {
      admission.admit(userId);
      const acceptance = await act();
      if (!acceptance) return acceptance;
      const triggers = acceptance.triggers.length;
      if (!acceptance.replayed) admission.note(userId, triggers);
      settings.metrics.eventAccepted({ kind, triggers, replayed: acceptance.replayed });
      return acceptance;
    } catch (error) {
      const refusal = refusalOf(error);
      settings.metrics.eventRefused(refusal.reason);
      throw refusal.error;
    }
  };
  return {
    accept: (arrival, sequence) => admitted(arrival, () => accept(arrival, sequence)),
    answeredBefore: (key) => admitted({ userId: key.userId, kind: 'appevent' }, () => answeredBefore(key)),
  };
}

function refusalOf(error: unknown): { reason: RefusalReason; error: unknown } {
  if (error instanceof Throttled) return { reason: 'throttled', error };
  if (isConnectionFailure(error)) return { reason: 'unavailable', error: new Unavailable(error) };
  if (isRefusedValue(error)) return { reason: 'unstorable', error: new EventRefused(error) };
  return { reason: 'other', error };
}

const mostAttempts = 5;

/**
 * A flow that was matched may be gone before its run is stored; the next attempt no longer matches it. And a newer release
 * may be migrating the tables.
 */
async function writeBatch(
  settings: EngineSettings,
  parts: IntakeParts,
  arrivals: Arrival[],
): Promise<(StartedRun[] | undefined)[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await acceptAll(settings, parts, arrivals);
    } catch (error) {
      // It may have been stored before the connection broke.
      if (isConnectionFailure(error)) parts.taker.doubt();
      if (!(isDeletedMeanwhile(error) || isDeadlock(error)) || attempt === mostAttempts) throw error;
    }
  }
}

/** All or nothing: events, the runs of every match, their jobs. Undefined for one whose key is known. */
async function acceptAll(
  { database, clock, newId }: EngineSettings,
  { gates, taker, heard }: IntakeParts,
  arrivals: Arrival[],
): Promise<(StartedRun[] | undefined)[]> {
  const events = arrivals.map((arrival): ArrivedEvent => ({
    id: newId(),
    userId: arrival.userId,
    kind: arrival.kind,
    name: arrival.name,
    message: arrival.message,
    idempotencyKey: arrival.idempotencyKey ?? null,
    warnings: arrival.warnings?.length ? JSON.stringify(arrival.warnings) : null,
    flowId: arrival.flowId ?? null,
    componentId: arrival.componentId ?? null,
    room: taker.room(arrival.userId),
  }));
  const mayBeUnheard = events.every(
    (event) => event.idempotencyKey === null && isForAll(event) && !heard.has(event),
  );
  if (mayBeUnheard && (await acceptUnheard(database.intake, events, clock()))) return events.map(() => []);
  const started = await acceptEvents(database.intake, events, {
    at: clock(),
    runIdPrefix: newId().slice(0, 15),
    worker: taker.worker(),
  });
  started.forEach((runs, index) => {
    const event = events[index]!;
    // Of one that was left out, or was for some listeners only, it is not known.
    if (runs && isForAll(event)) heard.note(event, runs.length > 0);
  });
  const runs = started.flatMap((one) => one ?? []);
  taker.take(runs.filter((run) => run.taken));
  gates.look(runs.filter((run) => run.held));
  return started;
}

/** Whoever listens to its name is meant. */
function isForAll({ flowId, componentId }: ArrivedEvent): boolean {
  return flowId === null && componentId === null;
}

/** As `accept-events.ts` writes it into a receipt. */
function triggerOf(run: StartedRun): Trigger {
  return {
    userId: run.userId,
    event: run.event,
    componentId: run.componentId,
    flowId: run.flowId,
    createdAt: run.listeningSince.toISOString(),
    correlationId: run.runId,
  };
}
