import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reference } from './descriptor.ts';
import {
  type ItemCondition,
  referenceToEach,
  referenceToItem,
  referenceToMatch,
  referenceToMatches,
} from './list-references.ts';
import { resolveMapping } from './mapping.ts';
import { operators, type Operator, satisfies } from './modifiers/compare.ts';
import { testEnvironment as environment } from './modifiers/testing/environment.ts';
import type { VariablePath } from './path.ts';

const list: VariablePath = { componentId: 't', port: 'out', steps: ['data', 'odd "list"'] };

/** What the engine gives an input that holds nothing but this reference. */
function atRunTime(reference: Reference, items: unknown): unknown {
  const { inputs } = resolveMapping({
    mapping: { lambda: { field: '{{{id}}}' }, modifiers: { field: { id: reference } } },
    scope: { t: { out: { data: { 'odd "list"': items } } } },
    environment,
  });
  return inputs['field'];
}

const key = fc.oneof(
  fc.constantFrom(
    'sku',
    'a.b',
    '',
    ' x ',
    '$',
    '0',
    '-1',
    '"',
    '\\',
    '[0]',
    '🙂',
    'constructor',
    '__proto__',
  ),
  fc.string({ unit: 'binary' }),
);
const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
const itemWith = (name: string) =>
  fc.oneof(
    fc.record({ one: leaf, inner: leaf }).map(({ one, inner }) =>
      Object.fromEntries<unknown>([
        [name, one],
        ['inner', Object.fromEntries([[name, inner]])],
      ]),
    ),
    fc.constant({}),
  );
const anyList = key.chain((name) => fc.record({ name: fc.constant(name), items: fc.array(itemWith(name)) }));

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

test('first, last and any place give what the list has there, whatever its fields are called', () => {
  fc.assert(
    fc.property(anyList, fc.integer({ min: -5, max: 5 }), ({ name, items }, place) => {
      expect(atRunTime(referenceToItem(list, place), items)).toEqual(items.at(place));
      expect(atRunTime(referenceToItem(list, place, [name]), items)).toEqual(own(items.at(place), name));
    }),
  );
});

test('each gives the field of every item, at any depth', () => {
  fc.assert(
    fc.property(anyList, ({ name, items }) => {
      expect(atRunTime(referenceToEach(list, [name]), items)).toEqual(items.map((item) => own(item, name)));
      expect(atRunTime(referenceToEach(list, ['inner', name]), items)).toEqual(
        items.map((item) => own(own(item, 'inner'), name)),
      );
    }),
  );
});

test('where gives the first match or all, as they are or by a field', () => {
  const operator = fc.constantFrom(...(Object.keys(operators) as Operator[]));
  fc.assert(
    fc.property(anyList, operator, fc.string(), ({ name, items }, operator, operand) => {
      const condition: ItemCondition = { field: [name], operator, operand };
      const matches = items.filter((item) => satisfies(own(item, name), operator, operand));
      expect(atRunTime(referenceToMatch(list, condition), items)).toEqual(matches[0]);
      expect(atRunTime(referenceToMatch(list, condition, ['inner', name]), items)).toEqual(
        // A modifier gives nothing for null.
        own(own(matches[0], 'inner'), name) ?? undefined,
      );
      expect(atRunTime(referenceToMatches(list, condition), items)).toEqual(matches);
      expect(atRunTime(referenceToMatches(list, condition, [name]), items)).toEqual(
        matches.map((item) => own(item, name)),
      );
    }),
  );
});

test('a list of plain values is searched by the values themselves', () => {
  const condition: ItemCondition = { field: [], operator: 'startsWith', operand: 'b' };
  expect(atRunTime(referenceToMatch(list, condition), ['a1', 'b1', 'b2'])).toBe('b1');
  expect(atRunTime(referenceToMatches(list, condition), ['a1', 'b1', 'b2'])).toEqual(['b1', 'b2']);
});
