import { type Kysely, sql } from 'kysely';

/** What is known of the data of an event name, for each owner: a template's author, or whose own flow listens. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_contracts (
      owner_id uuid not null references users on delete cascade,
      event text not null,
      -- Counters only (flow/event-contract/learning.ts).
      learning json not null,
      -- A JSON Schema that was agreed on; null while the contract follows what is learnt.
      locked_schema json,
      -- What happens to an event that does not keep to it.
      checking text not null default 'off' check (checking in ('off', 'warn', 'reject')),
      -- Events that did not, since the contract was locked, and how the last one did not.
      violations bigint not null default 0,
      last_violation json,
      last_event_at timestamptz,
      modified_at timestamptz not null,
      primary key (owner_id, event)
    );
    create index event_contracts_checking on event_contracts (event) where checking <> 'off';
  `.execute(db);
}
