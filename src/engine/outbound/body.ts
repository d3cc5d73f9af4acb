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

/** The body of an answer as it comes in. */
export type Body = {
  /** @returns why no more of it is to be read, above 10 MiB */
  add(chunk: Buffer): CancelError | undefined;
  /** All of it without its content encoding. Throws CancelError when that makes more than 10 MiB. */
  decoded(contentEncoding: string | undefined): Promise<Buffer>;
};

export function createBody(): Body {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return tooLarge();
      chunks.push(chunk);
      return undefined;
    },
    async decoded(contentEncoding) {
      const decode = decoders[contentEncoding?.trim().toLowerCase() ?? ''];
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size);
      if (!decode || size === 0) return bytes;
      try {
        return await decode(bytes, { maxOutputLength: MAX_BODY_BYTES });
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : error;
      }
    },
  };
}

function tooLarge(): CancelError {
  return new CancelError('The answer is larger than 10 MiB.');
}
