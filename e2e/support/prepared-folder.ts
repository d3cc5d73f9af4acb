import { copyData } from '../../src/store/testing/copy-data.ts';

/** The variable that tells the stories where the data folder is that was prepared for them. */
export const preparedFolder = 'STORY_DATA_FOLDER';

/**
 * Fills an empty data folder with what a server leaves behind that nobody has used yet: to make a database takes more
 * processor time than all else of a start.
 */
export async function copyPrepared(to: string): Promise<void> {
  const from = process.env[preparedFolder];
  if (from === undefined) throw new Error('No data folder has been prepared (see playwright.config.ts).');
  await copyData(from, to);
}
