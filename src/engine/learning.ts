import { learn } from '../flow/event-contract/learning.ts';
import { observe } from '../flow/event-contract/observe.ts';
import { mergeShapes } from '../flow/event-contract/merge-shapes.ts';
import { emptyShape, type Shape } from '../flow/event-contract/shape.ts';
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
  /** Takes note of an event; costs one visit of its data, or nothing when there are too many. */
  notice(event: LearntEvent): void;
  /** Writes what was noted. Resolves when all of it is in the database or given up. */
  flush(): Promise<void>;
};

const flushEveryMs = 1_000;

/** Between two flushes, of one user's event: events looked into, and characters of their data. */
const mostObserved = 200;
const mostCharacters = 1_000_000;

/** Different event names of one owner that are learnt; a product has tens. */
const mostContracts = 1_000;

/** What one user's events of one name, that started the same flows, had in the last moment. */
type Noted = {
  userId: string;
  event: string;
  flowIds: string[];
  form: Shape;
  /** The same with texts, for the user's own eyes. */
  whole: Shape;
  events: number;
  observed: number;
  characters: number;
  at: Date;
};

/**
 * Learns what the data of events looks like, off their way: notes are kept in memory and written once a second. Those of
 * a process that dies are lost, which costs a second of counters and no event.
 *
 * Who owns the flow that an event starts learns from it: a template's author from all its instances, but then only form
 * and counters; texts of an event are kept for nobody but the user it belongs to.
 */
export function createEventLearning(settings: EngineSettings): EventLearning {
  const { database, logger } = settings;
  let noted = new Map<string, Noted>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  const write = async (notes: Noted[]): Promise<void> => {
    const learners = await learnersOf(database.db, [...new Set(notes.flatMap(({ flowIds }) => flowIds))]);
    const batches = new Map<
      string,
      { ownerId: string; event: string; shape: Shape; events: number; at: Date }
    >();
    for (const note of notes) {
      const owners = new Set(note.flowIds.flatMap((flowId) => learners.get(flowId) ?? []));
      for (const ownerId of owners) {
        const key = `${ownerId} ${note.event}`;
        const shape = ownerId === note.userId ? note.whole : note.form;
        const before = batches.get(key);
        batches.set(key, {
          ownerId,
          event: note.event,
          shape: before ? mergeShapes(before.shape, shape) : shape,
          events: (before?.events ?? 0) + note.events,
          at: note.at,
        });
      }
    }
    for (const { ownerId, event, shape, events, at } of batches.values()) {
      if (!(await hasRoom(ownerId, event))) continue;
      const now = settings.clock();
      await changeLearning(
        database.db,
        { ownerId, event },
        { learning: (before) => learn(before, { shape, events }, now), at: now, lastEventAt: at },
      );
    }
  };

  const hasRoom = async (ownerId: string, event: string): Promise<boolean> =>
    (await findEventContract(database.db, ownerId, event)) !== undefined ||
    (await countEventContracts(database.db, ownerId)) < mostContracts;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    const notes = [...noted.values()];
    noted = new Map();
    if (notes.length === 0) return;
    writing = write(notes).catch((error: unknown) => {
      logger.warn({ err: error }, 'What events look like could not be noted down');
    });
    await writing;
  };

  return {
    notice({ userId, event, data, size, flowIds, at }) {
      if (flowIds.length === 0) return;
      const key = [userId, event, ...flowIds].join(' ');
      let note = noted.get(key);
      if (!note) {
        note = {
          userId,
          event,
          flowIds,
          form: emptyShape(),
          whole: emptyShape(),
          events: 0,
          observed: 0,
          characters: 0,
          at,
        };
        noted.set(key, note);
      }
      note.events += 1;
      note.at = at;
      if (note.observed < mostObserved && note.characters < mostCharacters) {
        note.observed += 1;
        note.characters += size;
        observe(note.form, data, { keepValues: false });
        observe(note.whole, data, { keepValues: true });
      }
      timer ??= setTimeout(() => void flush(), flushEveryMs).unref();
    },
    flush,
  };
}
