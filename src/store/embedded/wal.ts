import { readdir } from 'node:fs/promises';
import path from 'node:path';

const segmentName = /^[0-9A-F]{24}$/;
/** Of 16 MiB, as `initdb` makes them. */
const segmentsPerLog = 256;

/** The number of a segment of the write-ahead log among all of its timeline. */
function segmentNumber(name: string): number {
  return parseInt(name.slice(8, 16), 16) * segmentsPerLog + parseInt(name.slice(16), 16);
}

/** The segment a backup begins with, from the label that PostgreSQL wrote for it. */
export function firstSegmentOf(label: string): string {
  const name = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1];
  if (name === undefined) throw new Error(`The backup label names no segment of the log:\n${label}`);
  return name;
}

/**
 * The names of the segments from `first` to `last` in the cluster.
 *
 * @throws when one of them is gone, as the backup could not be restored without it
 */
export async function segmentsBetween(cluster: string, first: string, last: string): Promise<string[]> {
  const names = await readdir(path.join(cluster, 'pg_wal'));
  const found = names.filter((name) => segmentName.test(name) && name >= first && name <= last);
  const wanted = segmentNumber(last) - segmentNumber(first) + 1;
  if (found.length !== wanted) {
    throw new Error(
      `Of the log from ${first} to ${last}, which the backup needs, ${wanted - found.length} segments are gone. Try again at a quieter time.`,
    );
  }
  return found;
}
