import { fieldsOfValue } from '../../../flow/example.ts';
import type { Field } from '../../../flow/fields.ts';
import { parseJsonText } from '../../../flow/json-text.ts';
import type { Message } from '../../../flow/messages/message.ts';
import { readTolerantJson, type TolerantReading } from '../../../flow/tolerant-json/read-tolerant-json.ts';

/** What an example holds: its fields, or where it stops being JSON. */
export type SampleReading = (
  | { ok: true; fields: Field[] }
  | { ok: false; message: Message; line: number; column: number; offset: number }
) & {
  /** What is meant by it, read more generously. */
  meant: TolerantReading;
};

/** Takes time in proportion to the text: about 100 ms a megabyte. */
export function readSampleNow(text: string): SampleReading {
  const parsed = parseJsonText(text);
  const meant = readTolerantJson(text);
  return parsed.ok ? { ok: true, fields: fieldsOfValue(parsed.value), meant } : { ...parsed, meant };
}
