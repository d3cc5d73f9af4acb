import { message, type Message } from '../messages/message.ts';

/** What has to be changed so that a text is JSON, and how often. In this order people are told. */
const kinds = [
  'fence',
  'curl',
  'around',
  'comments',
  'commas',
  'keys',
  'texts',
  'dates',
  'escapes',
  'words',
  'numbers',
  'notNumbers',
  'undefined',
  'spaces',
  'surrogates',
] as const;

export type ChangeKind = (typeof kinds)[number];

export type Changes = Map<ChangeKind, number>;

export function countChange(changes: Changes, kind: ChangeKind): void {
  changes.set(kind, (changes.get(kind) ?? 0) + 1);
}

export function changesInWords(changes: Changes): Message[] {
  return kinds.flatMap((kind) => {
    const count = changes.get(kind);
    if (count === undefined) return [];
    if (kind === 'fence' || kind === 'curl' || kind === 'around') return message(`tolerant.${kind}`);
    return message(`tolerant.${kind}`, { count });
  });
}
