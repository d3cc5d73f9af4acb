import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { FilesTable } from './schema.ts';
import { type FilterTest, isoTime, textCondition } from './text-filter.ts';

export type FileRow = Selectable<FilesTable>;

/** Members that files are filtered by, as SQL. */
const textMembers = {
  fileId: sql<string>`id::text`,
  filename: sql<string>`filename`,
  contentType: sql<string>`content_type`,
  length: sql<string>`length::text`,
  md5: sql<string>`md5`,
  uploadDate: isoTime('created_at'),
};
export type FileMember = keyof typeof textMembers;
export type FileCondition = { member: FileMember; test: FilterTest };

export const fileSortColumns = {
  filename: 'filename',
  contentType: 'content_type',
  length: 'length',
  uploadDate: 'created_at',
} as const;
export type FileSortMember = keyof typeof fileSortColumns;

export type FileSelection = { userId: string; conditions: FileCondition[] };
export type FileListing = FileSelection & {
  sort: { member: FileSortMember; descending: boolean }[];
  offset: number;
  limit: number;
};

export function isFileMember(name: string): name is FileMember {
  return Object.hasOwn(textMembers, name);
}

/** Complete files of a user, in the order asked for; what is equal in it comes newest first. */
export async function listFiles(db: Db, listing: FileListing): Promise<FileRow[]> {
  let query = selected(db, listing).selectAll().offset(listing.offset).limit(listing.limit);
  for (const { member, descending } of listing.sort) {
    query = query.orderBy(fileSortColumns[member], descending ? 'desc' : 'asc');
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export async function countFiles(db: Db, selection: FileSelection): Promise<number> {
  const row = await selected(db, selection)
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function selected(db: Db, { userId, conditions }: FileSelection) {
  return conditions.reduce(
    (query, { member, test }) => query.where(textCondition(textMembers[member], test)),
    db.selectFrom('files').where('user_id', '=', userId).where('completed_at', 'is not', null),
  );
}

/** A complete file of this user. */
export async function findFile(db: Db, userId: string, fileId: string): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', fileId)
    .where('user_id', '=', userId)
    .where('completed_at', 'is not', null)
    .executeTakeFirst();
}

/**
 * A complete file that a flow may read: one of its owner's, or one that the template it was made of names and that is
 * the template owner's. Whoever activates a template runs it with the files its author chose.
 */
export async function findFileForFlow(
  db: Db,
  flow: { userId: string; flowId: string },
  fileId: string,
): Promise<FileRow | undefined> {
  const own = await findFile(db, flow.userId, fileId);
  if (own) return own;
  return db
    .selectFrom('files')
    .selectAll('files')
    .where('files.id', '=', fileId)
    .where('completed_at', 'is not', null)
    .where(
      sql<boolean>`exists (
        select from flows as instance join flows as template on template.id = instance.template_id
        where instance.id = ${flow.flowId} and template.type = 'integration-template'
          and template.user_id = files.user_id and strpos(template.descriptor::text, files.id::text) > 0)`,
    )
    .executeTakeFirst();
}

/** Deletes a file, or an upload that is not complete. Gives false when the user has none with this id. */
export async function deleteFile(db: Db, userId: string, fileId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('files')
    .where('id', '=', fileId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
