import type pg from 'pg';
import { heardEvent } from './event.ts';

/**
 * Listeners of that many other users for the same event name, in bulk. They share one flow; triggers that check
 * foreign keys are off meanwhile, as a million checks would take longer than the measurement.
 */
export async function insertForeignListeners(
  database: pg.Client,
  { count, flowId }: { count: number; flowId: string },
): Promise<void> {
  await database.query('begin');
  await database.query('set local session_replication_role = replica');
  await database.query(
    `insert into listeners (flow_id, component_id, user_id, event, version_id, created_at)
     select l.flow_id, gen_random_uuid()::text, gen_random_uuid(), $1, l.version_id, now()
     from (select * from listeners where flow_id = $2 limit 1) l, generate_series(1, $3::int)`,
    [heardEvent, flowId, count],
  );
  await database.query('commit');
  await database.query('vacuum analyze listeners');
}

export async function countListeners(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from listeners');
  return rows[0]!.count;
}
