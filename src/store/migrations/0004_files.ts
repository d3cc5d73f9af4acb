import { type Kysely, sql } from 'kysely';

/** Files of users. Their content stands in rows of parts, so that nobody has to hold a whole file in memory. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      filename text not null,
      content_type text not null,
      length int not null default 0,
      parts int not null default 0,
      -- How many requests its content came in.
      chunks int not null default 1,
      md5 text,
      created_at timestamptz not null,
      -- Null while its content is still coming.
      completed_at timestamptz
    );
    create index files_by_user on files (user_id, created_at desc);

    create table file_parts (
      file_id uuid not null references files on delete cascade,
      part_no int not null,
      bytes bytea not null,
      primary key (file_id, part_no)
    );
    -- Most files are compressed already: trying again would cost time for nothing.
    alter table file_parts alter column bytes set storage external;
  `.execute(db);
}
