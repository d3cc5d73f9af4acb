import { type Kysely, sql } from 'kysely';

/**
 * Runs of a flow that works on a few at once, or one after another by a key, are held at its gate (store/gates.ts).
 * All others have neither number nor key, and stand in none of these indexes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table flows add column concurrency int check (concurrency > 0);

    -- Members of an event's data, one within the other, down to the key.
    alter table listeners add column order_by text[];
    alter table listeners add column gated boolean not null default false;

    create sequence run_order as bigint;
    alter table runs add column order_no bigint;
    alter table runs add column order_key text;
    alter table runs add column held boolean not null default false;
    create index runs_gated on runs (flow_id, held, order_no) where order_no is not null and finished_at is null;
    create index runs_ordered on runs (flow_id, order_key, held, order_no)
      where order_key is not null and finished_at is null;

    -- Null where there is no key, and where Postgres cannot read a text of the message (\\u0000).
    create function order_key_of(message json, steps text[]) returns text language plpgsql immutable as $$
    declare
      found text;
    begin
      found := message -> 'data' #>> steps;
      return case when length(found) > 200 then md5(found) else found end;
    exception when untranslatable_character then
      return null;
    end
    $$;
  `.execute(db);
}
