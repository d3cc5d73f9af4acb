import { type JsonText, parseJsonText } from './json-text.ts';

/** The example read last: whether it is good and what it holds is asked again and again while something else changes. */
let last: { text: string; reading: JsonText } | undefined;

/** Reads an example as `parseJsonText` does, one asked for again at no cost. What it holds is shared: nobody may change it. */
export function readExample(text: string): JsonText {
  if (last?.text !== text) last = { text, reading: parseJsonText(text) };
  return last.reading;
}
