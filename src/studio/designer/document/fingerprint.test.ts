import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from '../../../flow/same-value.ts';
import { anyEditedContent } from '../../../flow/testing/content-gestures.ts';
import type { DocumentContent } from './document-store.ts';
import { fingerprintOf, seeParts } from './fingerprint.ts';

test('two contents have the same fingerprint exactly when they say the same', () => {
  let same = 0;
  fc.assert(
    fc.property(anyEditedContent, anyEditedContent, fc.boolean(), (one, two, copied) => {
      const other = copied ? reversed(one) : two;
      const says = sameValue(withoutVersions(one), withoutVersions(other));
      expect(fingerprintOf(one) === fingerprintOf(other)).toBe(says);
      if (says) same++;
    }),
    { numRuns: 300 },
  );
  // Guards the test itself.
  expect(same).toBeGreaterThan(50);
});

test('versions of components do not count, all else does', () => {
  const content = { name: 'Flow', descriptor: { a: { type: 't', x: 0, y: 0, version: '1.0.0' } }, notes: {} };
  const print = fingerprintOf(content);
  expect(fingerprintOf({ ...content, descriptor: { a: { type: 't', x: 0, y: 0 } } })).toBe(print);
  expect(fingerprintOf({ ...content, name: 'Other' })).not.toBe(print);
  expect(fingerprintOf({ ...content, notes: { n: 'odd' } })).not.toBe(print);
  expect(fingerprintOf({ ...content, descriptor: { b: content.descriptor.a } })).not.toBe(print);
});

test('components and notes that were seen are not read again', () => {
  let reads = 0;
  const part = {
    type: 't',
    y: 0,
    get x() {
      reads++;
      return 0;
    },
  };
  const content = { name: 'Flow', descriptor: { a: part }, notes: { n: { ...part } } };
  expect([...seeParts(content)]).toHaveLength(2);
  const read = reads;
  expect(read).toBeGreaterThan(0);
  fingerprintOf(content);
  expect(reads).toBe(read);
});

/** The same with all keys in the opposite order, as a database may give them back. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member as unknown)]),
  ) as Value;
}

function withoutVersions({ name, descriptor, notes }: DocumentContent) {
  const nodes = Object.entries(descriptor).map(
    ([id, node]) => [id, { ...node, version: undefined }] as const,
  );
  return { name, notes, descriptor: Object.fromEntries(nodes) };
}
