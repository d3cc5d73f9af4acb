import { sleepAtGate } from '../store/gates.ts';
import { endTurns } from '../store/give-up.ts';
import { addJobs } from '../store/jobs.ts';
import { insertLogEntries, type LogEntry } from '../store/log-entries.ts';
import { announceEnd } from '../store/run-answers.ts';
import type { RunStatus } from '../store/schema.ts';
import { type Ending, finishRuns, holdRuns, insertRuns, type NewRun, stillRunning } from '../store/runs.ts';
import { endOpenSteps } from '../store/open-steps.ts';
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
        /** What was cut off at work: as if it had not been tried, unless the run was cancelled. */
        cutOff?: StepRow | undefined;
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
      const { metrics } = settings;
      for (const status of ['completed', 'failed'] as const) {
        metrics.runsEnded(status, written.ended.filter((end) => end.status === status).length);
      }
      metrics.runsBegan(written.began);
      return written.goOn;
    },
  });
  return { write: (entry) => batcher.add(entry), idle: () => batcher.idle() };
}

type Written = {
  /** Of each entry. */
  goOn: boolean[];
  ended: Ending[];
  /** How many runs these started. */
  began: number;
};

async function writeAll(db: Queryable, entries: JournalEntry[], at: Date): Promise<Written> {
  const sleepers = entries.flatMap(({ runId, next }) =>
    next.kind === 'later' && next.asleepUntil ? [{ runId, at: next.asleepUntil }] : [],
  );
  const ending = entries.flatMap(({ runId, next }) => (next.kind === 'end' ? [{ runId, ...next }] : []));
  const later = entries.flatMap(({ runId, next }) => (next.kind === 'later' ? [runId] : []));
  const over =
    later.length > 0
      ? await holdRuns(db, [...later, ...ending.map((end) => end.runId)])
      : new Map<string, RunStatus>();
  if (sleepers.length > 0) await sleepAtGate(db, sleepers);
  await writeSteps(
    db,
    entries.flatMap(({ runId, steps, next }) =>
      next.kind === 'later' && next.cutOff && over.get(runId) === 'cancelled'
        ? [...steps, next.cutOff]
        : steps,
    ),
  );
  await insertLogEntries(
    db,
    entries.flatMap((entry) => entry.log),
  );
  const finished = await finishRuns(db, ending, at);
  // Not twice, were the write to be repeated.
  const ended = ending.filter(({ runId }) => finished.has(runId));
  const starts = ended.flatMap((end) => end.starts);
  await insertRuns(db, starts);
  await announceEnd(
    db,
    ending.filter((end) => end.announce).map((end) => end.runId),
  );
  await noLongerTaken(db, later);
  await addJobs(db, [
    ...entries.flatMap(({ runId, userId, next }) =>
      next.kind === 'later' && !over.has(runId) ? [{ runId, userId, delayMs: next.delayMs }] : [],
    ),
    ...starts.map((run) => ({ runId: run.id, userId: run.userId })),
  ]);
  const going = entries.filter((entry) => entry.next.kind === 'step').map((entry) => entry.runId);
  const alive = going.length > 0 ? await stillRunning(db, going) : new Map<string, number>();
  const hadTurns = going.filter((runId) => (alive.get(runId) ?? 0) > 0);
  if (hadTurns.length > 0) await endTurns(db, hadTurns);
  const leftOver = [
    ...over.keys(),
    ...ending.filter((end) => end.stopsFlow || !finished.has(end.runId)).map((end) => end.runId),
    ...going.filter((runId) => !alive.has(runId)),
  ];
  await endOpenSteps(db, leftOver, at);
  const goOn = entries.map((entry) => entry.next.kind !== 'step' || alive.has(entry.runId));
  return { goOn, ended, began: starts.length };
}

function weightOf(entry: JournalEntry): number {
  const texts = entry.steps.map((step) => (step.input?.length ?? 0) + (step.outputs?.length ?? 0));
  return texts.reduce((sum, length) => sum + length, 0);
}
