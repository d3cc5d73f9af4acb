import { type Kysely, sql } from 'kysely';

/** The installation's own modifiers and their groups; replaced as a whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table custom_modifiers (name text primary key, definition json not null);
    create table custom_modifier_groups (id text primary key, label text not null, index double precision not null);
  `.execute(db);
}
