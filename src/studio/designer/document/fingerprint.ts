import { isRecord } from '../../../flow/record.ts';
import { isLongText } from '../../background/long-text.ts';
import type { DocumentContent } from './document-store.ts';

/**
 * A short text that tells contents apart: the same for two that say the same, and as good as never for
 * others. Of work that is kept it stands for versions one need not have whole. Components and notes that were seen before
 * cost nothing.
 */
export function fingerprintOf({ name, descriptor, notes, concurrency }: DocumentContent): string {
  // Without the setting it is what older releases have kept.
  const setting = concurrency ? ` ${concurrency}` : '';
  return sumOf(`${JSON.stringify(name)} ${partsOf(descriptor)} ${partsOf(notes)}${setting}`);
}

/** Sees the components and notes one after the other, so that the fingerprint of thousands is at hand when it is wanted. */
export function* seeParts({ descriptor, notes }: DocumentContent): Generator<void, void> {
  for (const part of [...Object.values(descriptor), ...Object.values(notes)]) {
    partSum(part);
    yield;
  }
}

const seen = new WeakMap<object, string>();

function partsOf(parts: Record<string, unknown>): string {
  return Object.keys(parts)
    .sort()
    .map((id) => `${JSON.stringify(id)}:${partSum(parts[id])}`)
    .join();
}

function partSum(part: unknown): string {
  if (!isRecord(part)) return canonical(part);
  const known = seen.get(part);
  if (known !== undefined) return known;
  // The server brings the versions of components up to date on every save.
  const sum = sumOf(canonical({ ...part, version: undefined }));
  seen.set(part, sum);
  return sum;
}

/** JSON whose keys are in order: the database keeps none. */
function canonical(value: unknown): string {
  // Copying megabytes takes longer than going through them.
  if (isLongText(value)) return `#${sumOf(value)}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join()}}`;
}

/** Two sums of 32 bits that go different ways. Nobody gains by a pair of texts with the same, so nothing stronger. */
function sumOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(((other << 13) | (other >>> 19)) ^ unit, 0x85ebca6b);
  }
  return `${text.length.toString(36)}-${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
