import { sleepAtGate } from '../store/gates.ts';
import { endTurns } from '../store/give-up.ts';
import { addJobs } from '../store/jobs.ts';
import { insertLogEntries, type LogEntry } from '../store/log-entries.ts';
import { announceEnd } from '../store/run-answers.ts';
import { type Ending, finishRuns, holdRuns, insertRuns, type NewRun, stillRunning } from '../store/runs.ts';
import { type StepRow, writeSteps } from '../store/steps.ts';
import { noLongerTaken } from '../store/taken-runs.ts';
import { type Queryable, transaction } from '../store/transaction.ts';
import { createBatcher } from './batcher.ts';
import { persist } from './persist.ts';
import type { EngineSettings } from './settings.ts';

/** What a run has to write at one moment. */
export type JournalEntry = {
  runId: string;
  userId: string;
  steps: StepRow[];
  log: LogEntry[];
  /**
   * What comes next: another step; the end; or the run comes back after a delay (0: at once), this process being
   * free of it until then.
   */
  next:
    | { kind: 'step' }
    | ({
        kind: 'end';
        announce: boolean;
        /** Runs that its end starts. */
        starts: NewRun[];
      } & Omit<Ending, 'runId'>)
    | {
        kind: 'later';
        delayMs: number;
        /** Until then it needs no place at its flow's gate. */
        asleepUntil?: Date | undefined;
      };
};

export type Journal = {
  /**
   * Resolves after the commit.
   *
   * @returns false when the run was cancelled or deleted meanwhile: nothing more of it may start
   */
  write(entry: JournalEntry): Promise<boolean>;
  /** Resolves when all is written. */
  idle(): Promise<void>;
};

/** Writes what runs did; the writes of many runs share commits. */
export function createJournal(settings: EngineSettings, stopping: AbortSignal): Journal {
  const batcher = createBatcher<JournalEntry, boolean>({
    maxItems: 200,
    maxWeight: 8 * 1024 * 1024,
    weigh: weightOf,
    async write(entries) {
      const written = await persist(
        () => transaction(settings.database.journal, (db) => writeAll(db, entries, settings.clock())),
        stopping,
      );
      for (const { next } of entries) if (next.kind === 'end') settings.metrics.runEnded(next.status);
      return written;
    },
  });
  return { write: (entry) => batcher.add(entry), idle: () => batcher.idle() };
}

async function writeAll(db: Queryable, entries: JournalEntry[], at: Date): Promise<boolean[]> {
  const sleepers = entries.flatMap(({ runId, next }) =>
    next.kind === 'later' && next.asleepUntil ? [{ runId, at: next.asleepUntil }] : [],
  );
  const ending = entries.flatMap(({ runId, next }) => (next.kind === 'end' ? [{ runId, ...next }] : []));
  const later = entries.flatMap(({ runId, next }) => (next.kind === 'later' ? [runId] : []));
  if (later.length > 0) await holdRuns(db, [...later, ...ending.map((end) => end.runId)]);
  if (sleepers.length > 0) await sleepAtGate(db, sleepers);
  await writeSteps(
    db,
    entries.flatMap((entry) => entry.steps),
  );
  await insertLogEntries(
    db,
    entries.flatMap((entry) => entry.log),
  );
  const finished = await finishRuns(db, ending, at);
  // Not twice, were the write to be repeated.
  const starts = ending.filter(({ runId }) => finished.has(runId)).flatMap((end) => end.starts);
  await insertRuns(db, starts);
  await announceEnd(
    db,
    ending.filter((end) => end.announce).map((end) => end.runId),
  );
  await noLongerTaken(db, later);
  await addJobs(db, [
    ...entries.flatMap(({ runId, userId, next }) =>
      next.kind === 'later' ? [{ runId, userId, delayMs: next.delayMs }] : [],
    ),
    ...starts.map((run) => ({ runId: run.id, userId: run.userId })),
  ]);
  const going = entries.filter((entry) => entry.next.kind === 'step').map((entry) => entry.runId);
  const alive = going.length > 0 ? await stillRunning(db, going) : new Map<string, number>();
  const hadTurns = going.filter((runId) => (alive.get(runId) ?? 0) > 0);
  if (hadTurns.length > 0) await endTurns(db, hadTurns);
  return entries.map((entry) => entry.next.kind !== 'step' || alive.has(entry.runId));
}

function weightOf(entry: JournalEntry): number {
  const texts = entry.steps.map((step) => (step.input?.length ?? 0) + (step.outputs?.length ?? 0));
  return texts.reduce((sum, length) => sum + length, 0);
}
