import type { PathStep } from '../fields.ts';

const pairs = [
  ['created', 'deleted'],
  ['created', 'closed'],
  ['created', 'updated'],
  ['added', 'removed'],
  ['active', 'deleted'],
  ['active', 'archived'],
  ['active', 'disabled'],
  ['enabled', 'disabled'],
  ['opened', 'closed'],
  ['open', 'closed'],
  ['start', 'end'],
  ['started', 'ended'],
  ['started', 'finished'],
  ['begin', 'end'],
  ['first', 'last'],
  ['from', 'to'],
  ['before', 'after'],
  ['previous', 'next'],
  ['previous', 'current'],
  ['old', 'new'],
  ['min', 'max'],
  ['minimum', 'maximum'],
  ['least', 'most'],
  ['in', 'out'],
  ['incoming', 'outgoing'],
  ['up', 'down'],
  ['left', 'right'],
  ['source', 'target'],
  ['source', 'destination'],
  ['sender', 'recipient'],
  ['sender', 'receiver'],
  ['buyer', 'seller'],
  ['debit', 'credit'],
  ['billing', 'shipping'],
  ['parent', 'child'],
  ['success', 'failure'],
  ['success', 'error'],
  ['accepted', 'rejected'],
  ['approved', 'rejected'],
  ['gross', 'net'],
  ['public', 'private'],
  ['valid', 'expired'],
  ['paid', 'refunded'],
  ['true', 'false'],
  ['yes', 'no'],
] as const;

const opposed = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
const negation = /^(?:in|un|dis|non|not|no|is not)$/;

/** Do two names say the contrary: `created_at` and `deleted_at`, `active` and `inactive`? */
export function areOpposite(one: PathStep, other: PathStep): boolean {
  if (typeof one === 'number' || typeof other === 'number') return false;
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  return ours.some((a) => theirs.some((b) => opposed.has(`${a} ${b}`) || negates(a, b) || negates(b, a)));
}

function negates(one: string, other: string): boolean {
  return one.length > other.length && one.endsWith(other) && negation.test(one.slice(0, -other.length));
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
