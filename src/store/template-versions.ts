import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { TemplateVersionsTable } from './schema.ts';

/** Published versions of templates, known by the template and its revision. They never change. */

type Publisher = { publisher: string | null };

/** `publisher` is the username, null when the account is gone. */
export type TemplateVersion = Selectable<TemplateVersionsTable> & Publisher;
export type TemplateVersionSummary = Pick<
  TemplateVersion,
  'revision' | 'name' | 'changes' | 'published_by' | 'published_at'
> &
  Publisher;

export async function insertTemplateVersion(
  db: Db,
  version: Insertable<TemplateVersionsTable>,
): Promise<void> {
  await db.insertInto('template_versions').values(version).execute();
}

/** Newest first; with `before` only those older than this revision. */
export async function listTemplateVersions(
  db: Db,
  query: { templateId: string; before: number | undefined; limit: number },
): Promise<TemplateVersionSummary[]> {
  return db
    .selectFrom('template_versions as version')
    .leftJoin('users', 'users.id', 'version.published_by')
    .select([
      'version.revision',
      'version.name',
      'version.changes',
      'version.published_by',
      'version.published_at',
      'users.username as publisher',
    ])
    .where('template_id', '=', query.templateId)
    .$if(query.before !== undefined, (all) => all.where('revision', '<', query.before ?? 0))
    .orderBy('revision', 'desc')
    .limit(query.limit)
    .execute();
}

/** One version; without a revision the newest. */
export async function findTemplateVersion(
  db: Db,
  templateId: string,
  revision?: number,
): Promise<TemplateVersion | undefined> {
  return db
    .selectFrom('template_versions as version')
    .leftJoin('users', 'users.id', 'version.published_by')
    .selectAll('version')
    .select('users.username as publisher')
    .where('template_id', '=', templateId)
    .where(revision === undefined ? sql<boolean>`true` : sql<boolean>`revision = ${revision}`)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}
