import { own } from '../record.ts';
import type { Agreement } from './agreement.ts';

/** All that is said of one value: the agreements themselves, and what they refer to as their parts. */
export function allAgreed(agreements: readonly Agreement[]): readonly Agreement[] {
  if (agreements.length === 1 && !agreements[0]?.allOf) return agreements;
  const all = new Set(agreements);
  for (const { allOf = [] } of all) for (const part of allOf) all.add(part);
  return [...all];
}

/** What is said of the property `key`. */
export function agreedOn(all: readonly Agreement[], key: string): Agreement[] {
  return all.flatMap(({ properties }) => own(properties, key) ?? []);
}

/** The types that every agreement which names types allows; undefined when none does. */
export function agreedTypes(all: readonly Agreement[]): string[] | undefined {
  const lists = all.flatMap(({ types }) => (types ? [types] : []));
  return lists.length === 0
    ? undefined
    : lists.reduce((common, types) => common.filter((type) => types.includes(type)));
}
