import { ReadableStream } from 'node:stream/web';
import type { FileEffects, FileInfo } from '../../../files.ts';

/**
 * A stored file as the body of a call, or as a field of a form. Its content is read as it is sent, and anew each time.
 *
 * @throws CancelError when there is no such file
 */
export async function fileToSend(files: FileEffects, fileId: string): Promise<File> {
  return new StoredFile(await files.getFileInfo(fileId), () => files.getFileReadStream(fileId));
}

/** What clients of files ask for (name, type, size, stream) is of the stored one; the bytes behind it are none. */
class StoredFile extends File {
  readonly #length: number;
  readonly #open: () => Promise<AsyncIterable<Uint8Array>>;

  constructor(info: FileInfo, open: () => Promise<AsyncIterable<Uint8Array>>) {
    super([], info.filename, { type: info.contentType, lastModified: info.uploadDate.getTime() });
    this.#length = info.length;
    this.#open = open;
  }

  override get size(): number {
    return this.#length;
  }

  override stream(): ReturnType<File['stream']> {
    const open = this.#open;
    return ReadableStream.from(
      (async function* () {
        yield* await open();
      })(),
    ) as ReturnType<File['stream']>;
  }
}
