import type { Sentences } from '../../../../flow/messages/sentences.ts';

/** All texts by their dotted keys. */
export function textsIn(all: Sentences, before = ''): [key: string, text: string][] {
  return Object.entries(all).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : textsIn(value, `${before}${key}.`),
  );
}
