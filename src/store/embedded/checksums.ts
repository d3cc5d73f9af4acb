import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Of each file by its path in the folder, with `/` between: its SHA-256 as hexadecimal digits. */
export type Checksums = Record<string, string>;

/** Reads every file below a folder. */
export async function checksumsOf(folder: string, stopping?: AbortSignal): Promise<Checksums> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const sums: [string, string][] = [];
  for (const file of files.toSorted()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash, stopping ? { signal: stopping } : {});
    sums.push([path.relative(folder, file).split(path.sep).join('/'), hash.digest('hex')]);
  }
  return Object.fromEntries(sums);
}

/** The files that are not as they were: changed, missing, or new. */
export function changedFiles(before: Checksums, now: Checksums): string[] {
  return Object.keys({ ...before, ...now }).filter((file) => before[file] !== now[file]);
}
