import { fieldsOfValue } from '../../../flow/example.ts';
import type { Field } from '../../../flow/fields.ts';
import { parseJsonText } from '../../../flow/json-text.ts';
import type { Message } from '../../../flow/messages/message.ts';

/** What an example holds: its fields, or where it stops being JSON. */
export type SampleReading =
  | { ok: true; fields: Field[] }
  | { ok: false; message: Message; line: number; column: number; offset: number };

/** Takes time in proportion to the text: about 50 ms a megabyte. */
export function readSampleNow(text: string): SampleReading {
  const parsed = parseJsonText(text);
  return parsed.ok ? { ok: true, fields: fieldsOfValue(parsed.value) } : parsed;
}
