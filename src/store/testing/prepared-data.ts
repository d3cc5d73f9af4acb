import { inject } from 'vitest';
import { copyData } from './copy-data.ts';

/** Fills a data folder with a database that a server has made and nobody has used: to make one takes more than all else. */
export async function copyPreparedData(to: string): Promise<void> {
  await copyData(inject('preparedData'), to);
}
