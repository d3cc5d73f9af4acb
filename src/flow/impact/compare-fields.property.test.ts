import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOfValue } from '../example.ts';
import type { PathStep } from '../fields.ts';
import { clearCandidate, compareFields } from './compare-fields.ts';
import { fieldEntries } from './field-entries.ts';

const becomes = (before: unknown, after: unknown, ...steps: PathStep[]) =>
  compareFields(fieldsOfValue(before), fieldsOfValue(after)).candidatesFor(steps);

const clear = (before: unknown, after: unknown, ...steps: PathStep[]) =>
  clearCandidate(becomes(before, after, ...steps))?.steps;

describe('what has become of a field', () => {
  const contact = { email: 'ada@example.com', first_name: 'Ada', vip: true };

  test('is told by its value, its name, or its name written otherwise', () => {
    expect(clear(contact, { ...contact, email: undefined, address: 'ada@example.com' }, 'email')).toEqual([
      'address',
    ]);
    expect(clear(contact, { person: { email: 'bob@example.com' } }, 'email')).toEqual(['person', 'email']);
    expect(clear(contact, { firstName: 'Bob', email: 'x', vip: true }, 'first_name')).toEqual(['firstName']);
  });

  test('is told by a name that is empty', () => {
    const [first] = becomes({ a: { email: 12, '': 12 } }, { b: { mail: 12, '': 12 } }, 'a', '');
    expect(first?.steps).toEqual(['b', '']);
  });

  test('is offered by its place, when only its key is another one, and not taken unasked', () => {
    const after = { email: 'ada@example.com', first_name: 'Ada', important: true };
    expect(becomes(contact, after, 'vip')[0]?.steps).toEqual(['important']);
    expect(clear(contact, after, 'vip')).toBeUndefined();
  });

  test('is not told when several are as good, and when nothing of it is left', () => {
    const twice = { a: { email: 'x@example.com' }, b: { email: 'x@example.com' } };
    expect(clear(contact, twice, 'email')).toBeUndefined();
    expect(becomes(contact, twice, 'email').map(({ steps }) => steps.join('.'))).toEqual([
      'a.email',
      'b.email',
    ]);
    expect(becomes(contact, { total: 12 }, 'email')).toEqual([]);
    expect(clear({ id: 7, x: 1 }, { order: { id: 8 }, x: 1 }, 'id')).toBeUndefined();
  });

  test('what is left of before is no heir without a reason', () => {
    const { email: _, ...rest } = { ...contact, backup: 'b@example.com' };
    expect(clear({ ...contact, backup: 'b@example.com' }, rest, 'email')).toBeUndefined();
  });

  test('children follow the object and the list they stand in, and keep their item', () => {
    const before = { customer: { id: 1, name: 'A' }, items: [{ id: 1, sku: 'A-100' }] };
    const after = { data: { client: { id: 2, name: 'B' }, lines: [{ id: 2, sku: 'B-200' }] } };
    expect(clear(before, after, 'customer', 'id')).toEqual(['data', 'client', 'id']);
    expect(clear(before, after, 'items', 2, 'sku')).toEqual(['data', 'lines', 2, 'sku']);
  });

  test('goes along below what is not known', () => {
    const [first] = becomes({ a: null, b: 'text' }, { c: null, b: 'text' }, 'a', 'deep', 0);
    expect(first?.steps).toEqual(['c', 'deep', 0]);
  });
});

const key = fc.constantFrom('email', 'first_name', 'id', 'lines', 'sku', 'total', 'note', 'customer');
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('Ada', 'ada@example.com', 12, 1042, true, false, null, ''),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5 }),
  ),
}));

test('of an example in which every key is written otherwise, each field is offered first', () => {
  let found = 0;
  fc.assert(
    fc.property(
      json,
      fc.constantFrom<(name: string) => string>(
        (name) => `x_${name}`,
        (name) => `${name}${name}`,
        (name) => Array.from(name, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 1)).join(''),
      ),
      (example, rename) => {
        const comparison = compareFields(fieldsOfValue(example), fieldsOfValue(renamed(example, rename)));
        for (const { steps } of fieldEntries(fieldsOfValue(example), 200)) {
          if (steps.every((step) => typeof step === 'number')) continue;
          const wanted = steps.map((step) => (typeof step === 'string' ? rename(step) : step));
          expect(comparison.candidatesFor(steps)[0]?.steps).toEqual(wanted);
          found++;
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(200);
});

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}
