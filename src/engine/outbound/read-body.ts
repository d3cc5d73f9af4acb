import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { CancelError } from '../../connectors/component.ts';

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const decoders: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * Reads an answer whole and undoes its content encoding. Throws CancelError above 10 MiB, packed or
 * unpacked; what is left of the answer is then not read.
 */
export async function readBody(stream: Readable, contentEncoding: string | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  const decode = decoders[contentEncoding?.trim().toLowerCase() ?? ''];
  const bytes = Buffer.concat(chunks, size);
  if (!decode || size === 0) return bytes;
  try {
    return await decode(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : error;
  }
}

function tooLarge(): CancelError {
  return new CancelError('The answer is larger than 10 MiB.');
}
