import { readAgreement } from '../flow/event-contract/agreement.ts';
import { formOfShape } from '../flow/event-contract/form-of-shape.ts';
import { learn } from '../flow/event-contract/learning.ts';
import { limitPlaces } from '../flow/event-contract/limit-places.ts';
import { mergeAll } from '../flow/event-contract/merge-shapes.ts';
import { shapeOfEvent } from '../flow/event-contract/observe.ts';
import type { Shape } from '../flow/event-contract/shape.ts';
import {
  changeLearning,
  countEventContracts,
  findEventContract,
  learnersOf,
} from '../store/event-contracts.ts';
import type { EngineSettings } from './settings.ts';

/** An event that was stored, and the flows it started. */
export type LearntEvent = {
  userId: string;
  event: string;
  data: unknown;
  /** Characters of the data. */ size: number;
  flowIds: string[];
  at: Date;
};

export type EventLearning = {
  /** Takes note of an event, which is looked into later. */
  notice(event: LearntEvent): void;
  /** Writes what was noted. Resolves when all of it, by whichever flush, is in the database or given up. */
  flush(): Promise<void>;
};

const flushEveryMs = 1_000;

/** Between two flushes, of one user's event: events looked into, and characters of their data. */
const mostObserved = 200;
const mostCharacters = 1_000_000;

/** Of all users' events together. */
const mostWaiting = 10_000_000;

/** Processor time for looking into events, between two turns of others and between two flushes. */
const sliceMs = 10;
const mostMs = 500;

/** Different event names of one owner that are learnt; a product has tens. */
const mostContracts = 1_000;

/** What one user's events of one name, that started the same flows, had in the last moment. */
type Noted = {
  userId: string;
  event: string;
  flowIds: string[];
  events: number;
  /** Data to look into. Of further events the number is all that is learnt. */
  waiting: unknown[];
  characters: number;
  at: Date;
};

/** What an owner learns of an event: its shapes, with their values or without. */
type Batch = { ownerId: string; event: string; shapes: Shape[]; events: number; at: Date };

/**
 * Learns what the data of events looks like, off their way: notes are kept in memory, and once a second they are looked
 * into, a slice at a time, and written. Those of a process that dies are lost, which costs a second of counters and no
 * event; so are those there is no time for, but for their number.
 *
 * Who owns the flow that an event starts learns from it: a template's author from all its instances, but then only form
 * and counters; texts of an event are kept for nobody but the user it belongs to.
 */
export function createEventLearning(settings: EngineSettings): EventLearning {
  const { database, logger } = settings;
  let noted = new Map<string, Noted>();
  let waitingCharacters = 0;
  let timer: NodeJS.Timeout | undefined;
  let flushed = Promise.resolve();

  const write = async (notes: Noted[]): Promise<void> => {
    const learners = await learnersOf(database.db, [...new Set(notes.flatMap(({ flowIds }) => flowIds))]);
    const turns = takeTurns(sliceMs, mostMs);
    const batches = new Map<string, Batch>();
    for (const note of notes) {
      const whole = await lookInto(note.waiting, turns);
      const owners = new Set(note.flowIds.flatMap((flowId) => learners.get(flowId) ?? []));
      for (const ownerId of owners) {
        const { event, at } = note;
        const key = `${ownerId} ${event}`;
        const batch = batches.get(key) ?? { ownerId, event, shapes: [], events: 0, at };
        if (whole) batch.shapes.push(ownerId === note.userId ? whole : formOfShape(whole));
        batches.set(key, { ...batch, events: batch.events + note.events, at });
      }
    }
    for (const { ownerId, event, shapes, events, at } of batches.values()) {
      if (!(await hasRoom(ownerId, event))) continue;
      const now = settings.clock();
      const shape = limitPlaces(mergeAll(shapes));
      await changeLearning(
        database.db,
        { ownerId, event },
        {
          learning: (before, lockedSchema) => {
            const agreement = lockedSchema ? readAgreement(lockedSchema).agreement : undefined;
            return learn(before, { shape, events, ...(agreement ? { agreement } : {}) }, now);
          },
          at: now,
          lastEventAt: at,
        },
      );
    }
  };

  const hasRoom = async (ownerId: string, event: string): Promise<boolean> =>
    (await findEventContract(database.db, ownerId, event)) !== undefined ||
    (await countEventContracts(database.db, ownerId)) < mostContracts;

  const writeNoted = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const notes = [...noted.values()];
    noted = new Map();
    waitingCharacters = 0;
    if (notes.length === 0) return;
    await write(notes).catch((error: unknown) => {
      logger.warn({ err: error }, 'What events look like could not be noted down');
    });
  };

  /** One after another: who waits for the last one waits for all. */
  const flush = (): Promise<void> => (flushed = flushed.then(writeNoted));

  return {
    notice({ userId, event, data, size, flowIds, at }) {
      const key = [userId, event, ...flowIds].join(' ');
      let note = noted.get(key);
      if (!note) {
        note = { userId, event, flowIds, events: 0, waiting: [], characters: 0, at };
        noted.set(key, note);
      }
      note.events += 1;
      note.at = at;
      const fits = note.characters + size <= mostCharacters && waitingCharacters + size <= mostWaiting;
      if (fits && note.waiting.length < mostObserved) {
        note.waiting.push(data);
        note.characters += size;
        waitingCharacters += size;
      }
      timer ??= setTimeout(() => void flush(), flushEveryMs).unref();
    },
    flush,
  };
}

/** The shape of what waits; undefined when there was no time for any. */
async function lookInto(data: unknown[], turns: Turns): Promise<Shape | undefined> {
  const shapes: Shape[] = [];
  for (const one of data) {
    if (!(await turns.next())) break;
    shapes.push(shapeOfEvent(one, { keepValues: true }));
  }
  if (shapes.length === 0 || !(await turns.next())) return undefined;
  return limitPlaces(mergeAll(shapes));
}

type Turns = {
  /** Waits for the others' turn when a slice of time is over; false when there is no time left. */
  next(): Promise<boolean>;
};

function takeTurns(slice: number, most: number): Turns {
  let used = 0;
  let began = performance.now();
  return {
    async next() {
      const passed = performance.now() - began;
      if (passed < slice) return used + passed < most;
      used += passed;
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
      return used < most;
    },
  };
}
