import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { type FileRow } from './files.ts';

/** Bytes in one row of a file's content. */
export const partSize = 255 * 1024;

/** More content came than a file may have. */
export class FileTooLarge extends Error {
  override name = 'FileTooLarge';
  readonly limit: number;

  constructor(limit: number) {
    super(`The file is larger than ${Math.floor(limit / 1024 / 1024)} MB.`);
    this.limit = limit;
  }
}

export type NewFile = {
  id: string;
  userId: string;
  filename: string;
  contentType: string;
  createdAt: Date;
  /** Bytes that the whole file may have. */
  limit: number;
  /** Bytes of it that came before. */
  before?: number;
};

/** An upload that did not come to its end is forgotten after this. */
const forgottenAfterMs = 24 * 60 * 60 * 1000;

/**
 * Stores a file part by part as its content comes: no connection of the pool and no more than a part in memory is held
 * while a slow sender takes its time. When the source fails nothing of it stays.
 *
 * @throws FileTooLarge, and what the source threw
 */
export async function saveFile(
  database: Database,
  file: NewFile,
  source: AsyncIterable<Uint8Array>,
): Promise<FileRow> {
  const content = await saveContent(database, file, source);
  return database.db
    .updateTable('files')
    .set({ ...content, completed_at: file.createdAt })
    .where('id', '=', file.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The same, but the file stays incomplete: more is to come (`file-chunks.ts`). */
export async function saveContent(
  { db, pool }: Database,
  { id, userId, filename, contentType, createdAt, limit, before = 0 }: NewFile,
  source: AsyncIterable<Uint8Array>,
): Promise<{ length: number; parts: number; md5: string }> {
  await db
    .deleteFrom('files')
    .where('user_id', '=', userId)
    .where('completed_at', 'is', null)
    .where('created_at', '<', new Date(createdAt.getTime() - forgottenAfterMs))
    .execute();
  await db
    .insertInto('files')
    .values({ id, user_id: userId, filename, content_type: contentType, created_at: createdAt })
    .execute();
  const hash = createHash('md5');
  let length = 0;
  let parts = 0;
  try {
    for await (const bytes of partsOf(source)) {
      length += bytes.length;
      if (before + length > limit) throw new FileTooLarge(limit);
      hash.update(bytes);
      await pool.query('insert into file_parts (file_id, part_no, bytes) values ($1, $2, $3)', [
        id,
        parts++,
        bytes,
      ]);
    }
  } catch (error) {
    await db.deleteFrom('files').where('id', '=', id).execute();
    throw error;
  }
  return { length, parts, md5: hash.digest('hex') };
}

/**
 * The content of a file, a part at a time.
 *
 * @throws Error when the file is deleted meanwhile
 */
export async function* readContent(
  { pool }: Pick<Database, 'pool'>,
  { id, parts }: Pick<FileRow, 'id' | 'parts'>,
): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part++) {
    const { rows } = await pool.query<{ bytes: Buffer }>(
      'select bytes from file_parts where file_id = $1 and part_no = $2',
      [id, part],
    );
    if (!rows[0]) throw new Error('The file was deleted while it was read.');
    yield rows[0].bytes;
  }
}

/** The pieces that a source gives, put together or cut to parts of full size; only the last is smaller. */
async function* partsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    let rest = piece;
    while (size + rest.length >= partSize) {
      const cut = partSize - size;
      yield Buffer.concat([...waiting, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      waiting = [];
      size = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
