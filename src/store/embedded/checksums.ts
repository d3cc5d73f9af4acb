import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Of each file by its path in the folder, with `/` between: its SHA-256 as hexadecimal digits. */
export type Checksums = Record<string, string>;

/**
 * Reads every file below a folder.
 *
 * @throws the reason of `stopping`, before the next file
 */
export async function checksumsOf(folder: string, stopping?: AbortSignal): Promise<Checksums> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const sums: [string, string][] = [];
  for (const file of files.toSorted()) {
    const hash = createHash('sha256');
    stopping?.throwIfAborted();
    await pipeline(createReadStream(file), hash);
    sums.push([path.relative(folder, file).split(path.sep).join('/'), hash.digest('hex')]);
  }
  return Object.fromEntries(sums);
}

/** What has become of the files that were there; others may have come, as from an operating system that shows folders. */
export function changesOf(
  before: Checksums,
  now: Checksums,
): { file: string; change: 'changed' | 'missing' }[] {
  return Object.entries(before)
    .filter(([file, sum]) => now[file] !== sum)
    .map(([file]) => ({ file, change: Object.hasOwn(now, file) ? 'changed' : 'missing' }));
}
