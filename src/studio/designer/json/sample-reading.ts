import { fieldsOfValue } from '../../../flow/example.ts';
import type { Field } from '../../../flow/fields.ts';
import { parseJsonText } from '../../../flow/json-text.ts';
import type { Message } from '../../../flow/messages/message.ts';
import {
  longestExample,
  readTolerantJson,
  type TolerantReading,
} from '../../../flow/tolerant-json/read-tolerant-json.ts';
import { countFields, shownFields } from './shown-fields.ts';

/** What is meant by a text that is nearly JSON; `offer` is the JSON to take instead, where there is a reason to. */
export type Meant =
  | { ok: true; offer?: string; changes: Message[]; hints: Message[] }
  | Extract<TolerantReading, { ok: false }>;

/** What an example holds: `count` fields, of which the first ones are shown; or where it stops being JSON. */
export type SampleReading = (
  | { ok: true; fields: Field[]; count: number }
  | { ok: false; message: Message; line: number; column: number; offset: number }
) & {
  /** What is meant by it, read more generously. */
  meant: Meant;
};

/** Takes time in proportion to the text: about 100 ms a megabyte. */
export function readSampleNow(text: string): SampleReading {
  const parsed = parseJsonText(text);
  const meant = meantBy(readTolerantJson(text), parsed.ok);
  if (!parsed.ok) return { ...parsed, meant };
  const fields = fieldsOfValue(parsed.value);
  return { ok: true, fields: shownFields(fields), count: countFields(fields), meant };
}

function meantBy(reading: TolerantReading, isJson: boolean): Meant {
  if (!reading.ok) return reading;
  const { json, changes, hints } = reading;
  const worthTaking = (!isJson || changes.some(isDamage)) && json.length <= longestExample;
  return { ok: true, changes, hints, ...(worthTaking ? { offer: json } : {}) };
}

/** What even valid JSON may have that no other program takes. */
function isDamage({ id }: Message): boolean {
  return id === 'tolerant.surrogates';
}
