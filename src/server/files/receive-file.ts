import type { FastifyError, FastifyRequest } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import type { UploadHeaders } from '../../contract/files.ts';
import { appendChunk, type Chunk, findUpload, saveFirstChunk } from '../../store/file-chunks.ts';
import { FileTooLarge, type NewFile } from '../../store/file-content.ts';
import type { FileRow } from '../../store/files.ts';
import type { Services } from '../services.ts';
import { isUuid } from '../uuid.ts';
import { cleanFileName, fileNameOfForm, fileNameOfHeader } from './file-name.ts';

/** More than a form's boundaries and small fields take. */
const formBytes = 64 * 1024;

/**
 * Stores the file, or the chunk of one, that a form holds, while it comes.
 *
 * @throws ApiError, FileTooLarge, ChunkOutOfOrder
 */
export async function receiveFile(
  services: Services,
  userId: string,
  request: FastifyRequest,
): Promise<FileRow> {
  const headers = request.headers as unknown as UploadHeaders;
  const chunk = chunkOf(headers);
  const target = await targetOf(services, userId, headers);
  if (!target && chunk.number > 1) {
    throw new ApiError('BAD_REQUEST', 'A chunk after the first needs the header uploader-file-id.');
  }
  const before = target?.length ?? 0;
  assertFits(headers['uploader-file-size'] ?? 0, 0, services.fileLimit);
  assertFits(Number(request.headers['content-length'] ?? 0) - formBytes, before, services.fileLimit);

  if (!request.isMultipart()) {
    throw new ApiError('UNSUPPORTED_MEDIA_TYPE', 'A file is sent as a form: multipart/form-data.');
  }
  const part = await request.file().catch((error: unknown) => {
    throw malformed(error);
  });
  if (!part) throw new ApiError('BAD_REQUEST', 'The form holds no file.');
  const piece: NewFile = {
    id: services.newId(),
    userId,
    filename: cleanFileName(fileNameOfHeader(headers['uploader-file-name']) ?? fileNameOfForm(part.filename)),
    contentType: contentTypeOf(part.mimetype),
    createdAt: services.clock(),
    limit: services.fileLimit,
    before,
  };
  const source = asAnnounced(part.file, headers['uploader-chunk-size']);
  const { database } = services;
  if (!target) return saveFirstChunk(database, piece, chunk, source);
  const file = await appendChunk(database, piece, { fileId: target.id, chunk }, source);
  if (!file) throw new ApiError('NOT_FOUND', 'The file was deleted meanwhile.');
  return file;
}

function chunkOf(headers: UploadHeaders): Chunk {
  const number = headers['uploader-chunk-number'] ?? 1;
  const total = headers['uploader-chunks-total'] ?? 1;
  if (number > total) {
    throw new ApiError('BAD_REQUEST', `There cannot be a chunk ${number} of ${total}.`, {
      path: 'headers.uploader-chunk-number',
    });
  }
  return { number, total };
}

async function targetOf(
  { database }: Services,
  userId: string,
  headers: UploadHeaders,
): Promise<FileRow | undefined> {
  const fileId = headers['uploader-file-id'];
  if (!fileId) return undefined;
  const file = isUuid(fileId) ? await findUpload(database, userId, fileId) : undefined;
  if (!file) throw new ApiError('NOT_FOUND', 'There is no such file.');
  return file;
}

/** What says itself that it is too large is not even read. */
function assertFits(announced: number, before: number, limit: number): void {
  if (before + announced > limit) throw new FileTooLarge(limit);
}

/** The content, which must be as long as its header says. */
async function* asAnnounced(source: AsyncIterable<Buffer>, size: number | undefined): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const bytes of wellFormed(source)) {
    length += bytes.length;
    yield bytes;
  }
  if (size !== undefined && size !== length) {
    throw new ApiError('BAD_REQUEST', `The chunk has ${length} bytes, not ${size}.`, {
      path: 'headers.uploader-chunk-size',
    });
  }
}

/** A form that ends too early, or is none, is its sender's fault. */
async function* wellFormed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await pieces.next().catch((error: unknown) => {
        throw malformed(error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await pieces.return?.();
  }
}

function malformed(cause: unknown): Error {
  const known = cause instanceof Error && (cause as FastifyError).statusCode !== undefined;
  return known ? cause : Object.assign(new ApiError('BAD_REQUEST', 'The form is malformed.'), { cause });
}

/** A content type that could break a header of an answer counts as unknown. */
function contentTypeOf(given: string | undefined): string {
  return given && /^[\w.+-]+\/[\w.+-]+$/.test(given) ? given.slice(0, 200) : 'application/octet-stream';
}
