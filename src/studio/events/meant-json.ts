import { readTolerantJson, type TolerantReading } from '../../flow/tolerant-json/read-tolerant-json.ts';
import { inBackground } from '../background/in-background.ts';
import { isLongText } from '../background/long-text.ts';

/** The JSON that a text is or means. */
export type MeantJson = { ok: true; json: Blob; isObject: boolean } | Extract<TolerantReading, { ok: false }>;

/** What a text means as JSON, found out at once, or in the background where it is long. */
export async function readMeantJson(text: string): Promise<MeantJson> {
  const reading = isLongText(text)
    ? await inBackground('readTolerant', text).catch(() => readTolerantJson(text))
    : readTolerantJson(text);
  if (!reading.ok) return reading;
  // What is JSON goes as it stands: laid out it might be several times as long.
  const json = reading.changes.length === 0 ? text : reading.json;
  return { ok: true, json: new Blob([json]), isObject: reading.json.startsWith('{') };
}
