import { textArray, uuidArray } from './binary-arrays.ts';
import type { Queryable } from './transaction.ts';

/** The path of the step that a run begins with (engine/step-path.ts). */
export const rootPath = '1';

/** A row of the journal. `input`, `outputs`, `error`, `warnings` and `timers` are JSON text. */
export type StepRow = {
  runId: string;
  stepNo: number;
  path: string;
  componentId: string;
  inPort: string | null;
  senderId: string | null;
  senderPort: string | null;
  /** `running`: it failed and waits for its next attempt. `cancelled`: its run was, while it waited or was at work. */
  status: 'running' | 'completed' | 'failed' | 'cancelled';
  attempts: number;
  input: string | null;
  outputs: string | null;
  error: string | null;
  warnings: string | null;
  timers: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

/** Writes rows of many runs; a row that is there (an earlier attempt) is replaced. Rows of deleted runs are dropped. */
export async function writeSteps(db: Queryable, steps: StepRow[]): Promise<void> {
  if (steps.length === 0) return;
  await db.query(
    `insert into steps (run_id, step_no, path, component_id, in_port, sender_id, sender_port, status,
                        attempts, input, outputs, error, warnings, started_at, finished_at, timers)
     select s.run_id, s.step_no, s.path, s.component_id, s.in_port, s.sender_id, s.sender_port, s.status,
            s.attempts, s.input::json, s.outputs::json, s.error::json, s.warnings::json, s.started_at::timestamptz,
            s.finished_at::timestamptz, s.timers::json
     from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::int[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                 $16::text[])
          as s (run_id, step_no, path, component_id, in_port, sender_id, sender_port, status,
                attempts, input, outputs, error, warnings, started_at, finished_at, timers)
     join runs r on r.id = s.run_id
     on conflict (run_id, step_no) do update set
       status = excluded.status, attempts = excluded.attempts, outputs = excluded.outputs, error = excluded.error,
       finished_at = excluded.finished_at, timers = excluded.timers,
       input = coalesce(steps.input, excluded.input), warnings = coalesce(steps.warnings, excluded.warnings)`,
    [
      uuidArray(steps.map((step) => step.runId)),
      steps.map((step) => step.stepNo),
      textArray(steps.map((step) => step.path)),
      textArray(steps.map((step) => step.componentId)),
      textArray(steps.map((step) => step.inPort)),
      textArray(steps.map((step) => step.senderId)),
      textArray(steps.map((step) => step.senderPort)),
      textArray(steps.map((step) => step.status)),
      steps.map((step) => step.attempts),
      textArray(steps.map((step) => step.input)),
      textArray(steps.map((step) => step.outputs)),
      textArray(steps.map((step) => step.error)),
      textArray(steps.map((step) => step.warnings)),
      textArray(steps.map((step) => step.startedAt.toISOString())),
      textArray(steps.map((step) => step.finishedAt?.toISOString() ?? null)),
      textArray(steps.map((step) => step.timers)),
    ],
  );
}

/** A call of the same component later in the run; `id` is the path of the step it will be, `at` an ISO time. */
export type Timer = { id: string; at: string; content: unknown };

/** What a step asked for: calls to come, and ids of those that need not come any more. */
export type StepTimers = { set: Timer[]; cleared: string[] };

/** What the journal says of a step, as values. */
export type JournaledStep = {
  stepNo: number;
  path: string;
  componentId: string;
  status: StepRow['status'];
  attempts: number;
  input: Record<string, unknown> | null;
  outputs: { port: string; content: unknown }[] | null;
  error: { message: string; code?: string; name?: string; retryAt?: string } | null;
  warnings: string[] | null;
  timers: StepTimers | null;
  startedAt: Date;
};

export async function readSteps(db: Queryable, runId: string): Promise<JournaledStep[]> {
  const { rows } = await db.query<JournaledStep>(
    `select step_no as "stepNo", path, component_id as "componentId", status, attempts, input, outputs, error, warnings, timers, started_at as "startedAt"
     from steps where run_id = $1 order by step_no`,
    [runId],
  );
  return rows;
}
