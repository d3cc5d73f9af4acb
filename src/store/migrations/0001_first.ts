import { type Kysely, sql } from 'kysely';

/**
 * Documents and payloads are `json`, not `jsonb`: order of keys and `\u0000` inside strings must survive.
 * What lists are filtered by (custom fields, sharing, wizard, categories) is `jsonb`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      id uuid primary key,
      username text not null unique,
      email text,
      password_hash text not null,
      scope text[] not null default '{user}',
      metadata json not null default '{}',
      plan text,
      is_active boolean not null default true,
      created_at timestamptz not null
    );

    -- People sign in by their e-mail address, too, whatever its case.
    create unique index users_by_email on users (lower(email)) where email is not null;

    create table tokens (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    );
    create index tokens_by_user on tokens (user_id);

    create table flows (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      name text not null,
      description text not null default '',
      type text not null,
      stage text not null default 'stopped',
      descriptor json not null default '{}',
      wizard jsonb not null default '{"fields":[]}',
      custom_fields jsonb not null default '{}',
      shared_with jsonb not null default '[]',
      categories jsonb not null default '[]',
      notes json not null default '{}',
      thumbnail text,
      template_id uuid,
      origin_flow_id uuid,
      component_id_map json not null default '{}',
      revision int not null default 1,
      extra json not null default '{}',
      runtime_errors json not null default '[]',
      stage_change json,
      created_at timestamptz not null,
      modified_at timestamptz not null,
      started_at timestamptz,
      stopped_at timestamptz
    );
    create index flows_by_user on flows (user_id, modified_at desc);
    create index flows_by_template on flows (template_id) where template_id is not null;
    create index flows_shared on flows using gin (shared_with) where shared_with <> '[]'::jsonb;

    create table flow_versions (
      id uuid primary key,
      flow_id uuid not null references flows on delete cascade,
      descriptor json not null,
      created_at timestamptz not null
    );
    create index flow_versions_by_flow on flow_versions (flow_id);

    create table listeners (
      flow_id uuid not null references flows on delete cascade,
      component_id text not null,
      user_id uuid not null,
      event text not null,
      version_id uuid not null references flow_versions,
      created_at timestamptz not null,
      primary key (flow_id, component_id)
    );
    create index listeners_by_event on listeners (user_id, event);

    create table events (
      id uuid primary key,
      user_id uuid not null,
      kind text not null,
      name text not null,
      message json not null,
      idempotency_key text,
      receipt json,
      created_at timestamptz not null
    );
    create unique index events_idempotency on events (user_id, idempotency_key) where idempotency_key is not null;
    create index events_by_user on events (user_id, created_at desc);

    create table runs (
      id uuid primary key,
      event_id uuid,
      user_id uuid not null,
      flow_id uuid not null references flows on delete cascade,
      version_id uuid not null references flow_versions,
      component_id text not null,
      status text not null default 'queued',
      start_message json,
      error json,
      response json,
      created_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz
    );
    create index runs_by_flow on runs (flow_id, created_at desc);
    create index runs_by_user on runs (user_id, created_at desc);
    -- Counted at every event and cancelled when a flow stops: finished runs must cost nothing.
    create index runs_open on runs (user_id, flow_id) where finished_at is null;

    create table steps (
      run_id uuid not null references runs on delete cascade,
      step_no int not null,
      -- Which message of which step led here: a resumed run finds what it did in whatever order branches go on.
      path text not null,
      component_id text not null,
      in_port text,
      sender_id text,
      sender_port text,
      status text not null,
      attempts int not null default 1,
      input json,
      outputs json,
      error json,
      warnings json,
      started_at timestamptz not null,
      finished_at timestamptz,
      primary key (run_id, step_no)
    );

    create table log_entries (
      id uuid primary key,
      run_id uuid not null references runs on delete cascade,
      component_id text not null,
      severity text not null,
      message json not null,
      created_at timestamptz not null
    );
    create index log_entries_by_run on log_entries (run_id);

    create table workers (
      id text primary key,
      lock_key bigint not null,
      started_at timestamptz not null
    );
  `.execute(db);
}
