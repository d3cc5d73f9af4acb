import type { Queryable } from './transaction.ts';

/** A line of a flow's log. `message` is JSON text. */
export type LogEntry = {
  id: string;
  runId: string;
  componentId: string;
  severity: 'info' | 'warning' | 'error';
  message: string;
  createdAt: Date;
};

/** Writes lines of many runs; those of deleted runs are dropped, and so are those that are there already. */
export async function insertLogEntries(db: Queryable, entries: LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.query(
    `insert into log_entries (id, run_id, component_id, severity, message, created_at)
     select e.id, e.run_id, e.component_id, e.severity, e.message::json, e.created_at
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
          as e (id, run_id, component_id, severity, message, created_at)
     join runs r on r.id = e.run_id
     on conflict (id) do nothing`,
    [
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.runId),
      entries.map((entry) => entry.componentId),
      entries.map((entry) => entry.severity),
      entries.map((entry) => entry.message),
      entries.map((entry) => entry.createdAt),
    ],
  );
}
