import { inBackgroundOrHere } from '../background/in-background.ts';
import { isLongText } from '../background/long-text.ts';
import { type MeantJson, readMeantJsonNow } from './meant-json-reading.ts';

export type { MeantJson } from './meant-json-reading.ts';

/** What a text means as JSON, found out at once, or in the background where it is long. */
export async function readMeantJson(text: string): Promise<MeantJson> {
  return isLongText(text) ? inBackgroundOrHere('meantJson', text, readMeantJsonNow) : readMeantJsonNow(text);
}
