import { parseJsonText } from '../../flow/json-text.ts';
import { readTolerantJson, type TolerantReading } from '../../flow/tolerant-json/read-tolerant-json.ts';

/** The JSON that a text is or means. */
export type MeantJson = { ok: true; json: Blob; isObject: boolean } | Extract<TolerantReading, { ok: false }>;

/** What a text means as JSON, ready to be sent: of a blob the page gets no more than a handle. */
export function readMeantJsonNow(text: string): MeantJson {
  const reading = readTolerantJson(text);
  if (!reading.ok) return reading;
  // What is JSON goes as it stands: laid out it might be several times as long.
  const isJson = reading.changes.length === 0 && parseJsonText(text).ok;
  return { ok: true, json: new Blob([isJson ? text : reading.json]), isObject: reading.json.startsWith('{') };
}
