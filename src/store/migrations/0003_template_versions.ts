import { type Kysely, sql } from 'kysely';

/** What was published, each time: a template itself holds its newest state only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table template_versions (
      template_id uuid not null references flows on delete cascade,
      revision int not null,
      name text not null,
      description text not null,
      descriptor json not null,
      wizard jsonb not null,
      notes json not null,
      -- Component ids of the template by those of the draft, as they were then.
      component_id_map json not null,
      -- How many changes there are to the version before; null of the first one.
      changes json,
      published_by uuid references users on delete set null,
      published_at timestamptz not null,
      primary key (template_id, revision)
    );

    insert into template_versions
      select id, revision, name, description, descriptor, wizard, notes, component_id_map, null, user_id, modified_at
      from flows where type = 'integration-template' and origin_flow_id is not null;
  `.execute(db);
}
