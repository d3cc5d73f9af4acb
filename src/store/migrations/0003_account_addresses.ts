import { type Kysely, sql } from 'kysely';

/** People sign in by their e-mail address, too, whatever its case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index users_by_email on users (lower(email)) where email is not null`.execute(db);
}
