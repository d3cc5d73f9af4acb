import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { type NewFile, readContent, saveContent, saveFile } from './file-content.ts';
import type { FileRow } from './files.ts';
import { type Queryable, transaction } from './transaction.ts';

/*
 * A file may come in several requests, one chunk each. Every request is stored as a file of its own; the first one stays
 * open, the content of a later one is then moved to it in one short transaction. So a chunk is there whole or not at
 * all, and two that come at once cannot mix. The last chunk completes the file.
 */

/** A chunk that is not the next one of its file. */
export class ChunkOutOfOrder extends Error {
  override name = 'ChunkOutOfOrder';

  constructor(expected: number, got: number) {
    super(`Chunk ${expected} was expected, chunk ${got} came.`);
  }
}

/** Which piece of its file a request brings; numbers count from 1. */
export type Chunk = { number: number; total: number };

/** Stores the first chunk of a file. @throws FileTooLarge, and what the source threw */
export async function saveFirstChunk(
  database: Database,
  file: NewFile,
  chunk: Chunk,
  source: AsyncIterable<Uint8Array>,
): Promise<FileRow> {
  if (chunk.total === 1) return saveFile(database, file, source);
  const { length, parts } = await saveContent(database, file, source);
  return database.db
    .updateTable('files')
    .set({ length, parts })
    .where('id', '=', file.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A file of this user, whether all of its chunks have come or not. */
export async function findUpload(
  { db }: Database,
  userId: string,
  fileId: string,
): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', fileId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/**
 * Adds a chunk to the file `fileId`; `piece` is the request's own content. The chunk that came last may come again, as
 * when its answer was lost: that changes nothing. Gives undefined when the file was deleted meanwhile.
 *
 * @throws ChunkOutOfOrder, FileTooLarge, and what the source threw
 */
export async function appendChunk(
  database: Database,
  piece: NewFile,
  { fileId, chunk }: { fileId: string; chunk: Chunk },
  source: AsyncIterable<Uint8Array>,
): Promise<FileRow | undefined> {
  const content = await saveContent(database, piece, source);
  try {
    await transaction(database.pool, (client) => moveContent(client, piece.id, content, { fileId, chunk }));
  } finally {
    await database.db.deleteFrom('files').where('id', '=', piece.id).execute();
  }
  const file = await findUpload(database, piece.userId, fileId);
  return file && !file.completed_at && file.chunks === chunk.total
    ? complete(database, file, piece.createdAt)
    : file;
}

async function moveContent(
  client: Queryable,
  pieceId: string,
  { length, parts }: { length: number; parts: number },
  { fileId, chunk }: { fileId: string; chunk: Chunk },
): Promise<void> {
  const { rows } = await client.query<Pick<FileRow, 'parts' | 'chunks' | 'completed_at'>>(
    'select parts, chunks, completed_at from files where id = $1 for update',
    [fileId],
  );
  const [file] = rows;
  if (!file || chunk.number === file.chunks) return;
  if (file.completed_at || chunk.number !== file.chunks + 1) {
    throw new ChunkOutOfOrder(file.chunks + 1, chunk.number);
  }
  await client.query('update file_parts set file_id = $1, part_no = part_no + $2 where file_id = $3', [
    fileId,
    file.parts,
    pieceId,
  ]);
  await client.query(
    'update files set length = length + $2, parts = parts + $3, chunks = chunks + 1 where id = $1',
    [fileId, length, parts],
  );
}

async function complete(database: Database, file: FileRow, at: Date): Promise<FileRow | undefined> {
  const hash = createHash('md5');
  for await (const bytes of readContent(database, file)) hash.update(bytes);
  return database.db
    .updateTable('files')
    .set({ md5: hash.digest('hex'), completed_at: at })
    .where('id', '=', file.id)
    .returningAll()
    .executeTakeFirst();
}
