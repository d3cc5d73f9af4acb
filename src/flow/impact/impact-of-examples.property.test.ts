import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Descriptor, FunctionCall, Reference } from '../descriptor.ts';
import type { PathStep } from '../fields.ts';
import { applyFunctions, ModifierError } from '../modifiers/apply.ts';
import { testEnvironment as environment } from '../modifiers/testing/environment.ts';
import { setProperty } from '../operations/set-property.ts';
import { formatPath, parsePath, resolvePath } from '../path.ts';
import { problemsOf } from '../problems.ts';
import { testCatalogue as catalogue } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';
import { impactOf } from './impact.ts';

const flowOf = (example: unknown, references: Record<string, Reference>): Descriptor => ({
  t: node('onEvent', {}, { config: { properties: { event: 'e', example: JSON.stringify(example) } } }),
  p: node('post', {
    t: [
      'out',
      {
        type: 'json2new',
        lambda: {
          url: Object.keys(references)
            .map((id) => `{{{${id}}}}`)
            .join(' '),
        },
        modifiers: { url: references },
      },
    ],
  }),
});

const variableOf = (...steps: PathStep[]) =>
  formatPath({ componentId: 't', port: 'out', steps: ['data', ...steps] });

function lostBy(before: unknown, after: unknown, references: Record<string, Reference>) {
  const flow = flowOf(before, references);
  const changed = setProperty({ componentId: 't', name: 'example', value: JSON.stringify(after) }).apply(
    flow,
  );
  return { lost: impactOf(flow, changed, catalogue), changed };
}

const call = (name: string, ...values: string[]): FunctionCall => ({
  name,
  params: values.map((value) => ({ value })),
});

describe('what becomes another kind of value', () => {
  test.each<[before: unknown, after: unknown, ...steps: PathStep[]]>([
    [{ name: { first: 'Ada' } }, { name: 'Ada' }, 'name', 'first'],
    [{ total: { amount: 1 } }, { total: 5 }, 'total', 'amount'],
    [{ items: [{ sku: 'A' }] }, { items: 'none' }, 'items', 0, 'sku'],
    [{ c: { email: 'a' } }, { c: {} }, 'c', 'email'],
  ])('%j becoming %j loses %s', (before, after, ...steps) => {
    const { lost, changed } = lostBy(before, after, { m: { variable: variableOf(...steps) } });
    expect(lost).toMatchObject([{ variable: variableOf(...steps), lost: 'field' }]);
    expect(problemsOf(changed, catalogue).map(({ kind }) => kind)).toContain('broken-variable');
  });

  test.each<[before: unknown, after: unknown, functions: FunctionCall[], lost: object]>([
    [
      [{ price: 1, sku: 'a' }],
      [{ sku: 'a' }],
      [call('g_reverse'), call('g_map', 'price')],
      { variable: variableOf('items', 0, 'price'), lost: 'field' },
    ],
    [
      [{ price: 1, sku: 'a' }],
      [{ price: 1, code: 'a' }],
      [call('g_find', 'price', '>', '10'), call('g_get', 'sku')],
      { variable: variableOf('items', 0, 'sku'), lost: 'field' },
    ],
    [
      [{ sku: 'a' }],
      { sku: 'a' },
      [call('g_first'), call('g_get', 'sku')],
      { variable: variableOf('items'), lost: 'type' },
    ],
    [
      [{ sku: 'a' }],
      [{ sku: ['a'] }],
      [call('g_map', 'sku'), call('g_first'), call('g_uppercase')],
      { variable: variableOf('items', 0, 'sku'), lost: 'type' },
    ],
  ])('%j becoming %j loses what its modifiers take', (before, after, functions, expected) => {
    const references = { m: { variable: variableOf('items'), functions } };
    expect(lostBy({ items: before }, { items: after }, references).lost).toMatchObject([expected]);
  });

  test('a modifier that may fail loses nothing', () => {
    const functions = [{ ...call('g_first'), onError: 'keep' as const }];
    const references = { m: { variable: variableOf('items'), functions } };
    expect(lostBy({ items: [1] }, { items: 1 }, references).lost).toEqual([]);
  });
});

const key = fc.constantFrom('a', 'b', 'c', 'id');
const leaf = fc.constantFrom<unknown>('Ada', '12', 12, 0, true, false, '');

/** An example without nothing in it: that would be unknown. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { minLength: 1, maxLength: 2 }),
    fc.dictionary(key, tie('json'), { minKeys: 1, maxKeys: 3 }),
  ),
}));

/** Changes the values at places of an example: it goes, is called otherwise, is another one, or stands in a list. */
type Edit = (value: unknown) => unknown;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>(() => undefined),
  fc.constant<Edit>((value) => [value]),
  fc.constant<Edit>((value) => ({ a: value })),
  fc.constantFrom<unknown>('text', 5, true, {}, null, []).map(
    (other): Edit =>
      () =>
        other,
  ),
  json.map(
    (other): Edit =>
      () =>
        other,
  ),
);

const chains: fc.Arbitrary<FunctionCall[]> = fc.oneof(
  { arbitrary: fc.constant<FunctionCall[]>([]), weight: 2 },
  fc.array(
    fc.oneof(
      fc.constantFrom(call('g_first'), call('g_last'), call('g_reverse'), call('g_compact')),
      key.map((name) => call('g_map', name)),
      key.map((name) => call('g_get', name)),
      key.map((name) => call('g_sort', name)),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  key.map((name) => [call('g_jsonPath', `$[*].${name}`), call('g_first')]),
);

test('a variable is told to be lost if and only if the engine no longer finds anything at it', () => {
  let lost = 0;
  let kept = 0;
  fc.assert(
    fc.property(
      fc.dictionary(key, json, { minKeys: 1 }),
      fc.array(fc.tuple(fc.nat(), edit), { minLength: 1, maxLength: 3 }),
      chains,
      fc.nat(),
      (example, edits, functions, chosen) => {
        const after = edits.reduce<unknown>((value, [place, change]) => {
          const places = placesIn(value);
          return editedAt(value, places[place % places.length] ?? [], change) ?? {};
        }, example);
        const places = placesIn(example);
        const variable = variableOf(...places[chosen % places.length]!);
        const [was, is] = [valuesOf(example, variable, functions), valuesOf(after, variable, functions)];
        if (was === 'nothing' || was === 'unknown' || is === 'unknown') return;
        const told = lostBy(example, after, { m: { variable, functions } }).lost.length > 0;
        expect(told, JSON.stringify([example, after, variable, functions])).toBe(is === 'nothing');
        if (told) lost += 1;
        else kept += 1;
      },
    ),
    { numRuns: 1500 },
  );
  // Guards the test itself.
  expect(lost).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(50);
});

/** Every place, the ways to the items of a list by the first one. */
function placesIn(value: unknown): PathStep[][] {
  if (Array.isArray(value)) {
    return [
      ...new Map(
        value
          .flatMap((item) => [[0], ...placesIn(item).map((steps) => [0, ...steps])])
          .map((steps) => [JSON.stringify(steps), steps]),
      ).values(),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...placesIn(inner).map((steps) => [name, ...steps]),
  ]);
}

/** Of a list, each item is edited: one stands for all. */
function editedAt(value: unknown, steps: PathStep[], change: Edit): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item) => editedAt(item, rest, change)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, name === step ? editedAt(inner, rest, change) : inner] as const)
      .filter(([, inner]) => inner !== undefined),
  );
}

/**
 * What the engine makes of a variable, as the items of each list are the one or the other of those in the example:
 * `nothing` if it finds nothing or fails whichever there are, `unknown` if there is a null or an empty list among them.
 */
function valuesOf(
  data: unknown,
  variable: string,
  functions: FunctionCall[],
): 'something' | 'nothing' | 'unknown' {
  if (hasUnknown(data)) return 'unknown';
  return variantsOf(data).some((variant) => {
    const value = resolvePath({ t: { out: { data: variant } } }, parsePath(variable)!);
    if (value === undefined) return false;
    try {
      return isSomething(functions.reduce(appliedTo, value));
    } catch (error) {
      if (error instanceof ModifierError) return false;
      throw error;
    }
  })
    ? 'something'
    : 'nothing';
}

/** Items in the order of a field that none of them has are in none. */
function appliedTo(value: unknown, one: FunctionCall): unknown {
  const apply = (name: string) =>
    applyFunctions({ value, functions: [{ ...one, name }], environment, field: 'url' });
  if (one.name === 'g_sort' && !isSomething(apply('g_map'))) return undefined;
  // The values of an object have no place that stands for all.
  if (one.name === 'g_jsonPath' && !Array.isArray(value)) return undefined;
  return apply(one.name);
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isSomething) : value !== undefined;
}

function hasUnknown(value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  return typeof value === 'object' && Object.values(value).some(hasUnknown);
}

/** The value with lists of one item each, for each item of each list. */
function variantsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(variantsOf).map((item) => [item]);
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).reduce<Record<string, unknown>[]>(
    (variants, [name, inner]) =>
      variants.flatMap((variant) => variantsOf(inner).map((one) => ({ ...variant, [name]: one }))),
    [{}],
  );
}
