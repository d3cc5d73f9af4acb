import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenInSteps, fieldOf, fieldsOfValue, deepestField } from './example.ts';
import type { Field, PathStep } from './fields.ts';
import { resolvePath } from './path.ts';

type Leaf = { steps: PathStep[]; value: unknown };

/** The leaves that keys and first items lead to. */
function leavesOf(value: unknown, steps: PathStep[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ steps, value }];
  const inner: [PathStep, unknown][] = Array.isArray(value)
    ? value.slice(0, 1).map((item: unknown) => [0, item])
    : Object.entries(value);
  return inner.flatMap(([step, item]) => leavesOf(item, [...steps, step]));
}

function fieldAt(root: Field, steps: PathStep[]): Field | undefined {
  let field: Field | undefined = root;
  for (const step of steps) field = field?.children?.find((child) => child.step === step);
  return field;
}

/** The values that fields show, with their paths. */
function heldIn(fields: Field[], above: PathStep[]): { steps: PathStep[]; held: unknown }[] {
  return fields.flatMap(({ step, sample, whole, children = [] }) => {
    const steps = [...above, step];
    const held = sample === undefined ? whole : sample;
    return [...(held === undefined ? [] : [{ steps, held }]), ...heldIn(children, steps)];
  });
}

function itemOf(list: unknown[]): Field | undefined {
  return fieldOf('x', 'x', list).children?.[0];
}

function largeItem(id: number): object {
  return { id, name: `item ${String(id)}`, tags: ['a', 'b'], [`k${String(id)}`]: {} };
}

test('an object gives its keys in order, with types and samples', () => {
  const order = {
    no: 'A1',
    total: 12.5,
    paid: true,
    buyer: { name: 'Ann' },
    'odd key': 1,
    '': 2,
    none: null,
  };
  expect(fieldsOfValue(order)).toEqual([
    { step: 'no', label: 'no', types: ['string'], sample: 'A1' },
    { step: 'total', label: 'total', types: ['number'], sample: 12.5 },
    { step: 'paid', label: 'paid', types: ['boolean'], sample: true },
    {
      step: 'buyer',
      label: 'buyer',
      types: ['object'],
      whole: { name: 'Ann' },
      children: [{ step: 'name', label: 'name', types: ['string'], sample: 'Ann' }],
    },
    { step: 'odd key', label: 'odd key', types: ['number'], sample: 1 },
    { step: '', label: '(empty key)', types: ['number'], sample: 2 },
    { step: 'none', label: 'none', types: ['unknown'], sample: null },
  ]);
});

test('a list has one child with the union of its items, samples from the first one alone', () => {
  const lines = [
    { sku: 'A1', n: 1 },
    { sku: 'B2', n: 'two', gift: true },
  ];
  expect(fieldOf('lines', 'Lines', lines)).toEqual({
    step: 'lines',
    label: 'Lines',
    types: ['array'],
    whole: lines,
    children: [
      {
        step: 0,
        label: 'first item',
        types: ['object'],
        whole: lines[0],
        children: [
          { step: 'sku', label: 'sku', types: ['string'], sample: 'A1' },
          { step: 'n', label: 'n', types: ['number', 'string'], sample: 1 },
          { step: 'gift', label: 'gift', types: ['boolean'], optional: true },
        ],
      },
    ],
  });
});

test('lists of primitives, of lists, of anything and of nothing', () => {
  expect(itemOf(['a', 'b'])).toEqual({ step: 0, label: 'first item', types: ['string'], sample: 'a' });
  expect(itemOf([null, 'b', 3])).toMatchObject({ types: ['null', 'string', 'number'], sample: null });
  expect(itemOf([[{ a: 1 }], []])?.children?.[0]?.children).toEqual([
    { step: 'a', label: 'a', types: ['number'], sample: 1 },
  ]);
  expect(itemOf([[], [{ a: 1 }]])?.children?.[0]?.children).toEqual([
    { step: 'a', label: 'a', types: ['number'] },
  ]);
  expect(fieldOf('x', 'x', [])).toEqual({
    step: 'x',
    label: 'x',
    types: ['array'],
    sample: [],
    children: [{ step: 0, label: 'first item', types: ['unknown'] }],
  });
});

test.each([
  ['2026-01-31T09:30:00Z', 'date-time'],
  ['2026-01-31T09:30:00.123+02:00', 'date-time'],
  ['2026-01-31', undefined],
  ['2026-13-31T09:30:00Z', undefined],
  ['2026-01-31T09:30:00', undefined],
  ['2028-02-29T09:30:00Z', 'date-time'],
  ['2026-02-29T09:30:00Z', undefined],
  ['2026-01-31T09:30:60Z', undefined],
  ['david@example.com', 'email'],
  ['David <david@example.com>', undefined],
  ['david@localhost', undefined],
  ['d.v@example.com', 'email'],
  ['d..v@example.com', undefined],
  ['https://example.com/a?b=c', 'url'],
  ['http://127.0.0.1:3000', 'url'],
  ['https://ada:pw@[::1]:80/a%20b?c#d', 'url'],
  ['https://example.com/?a[b]=1', undefined],
  ['https://bücher.example/', undefined],
  ['https://api.example.com/users{/id}', undefined],
  ['example.com', undefined],
  ['https://', undefined],
  ['', undefined],
])('the format of %j is %s', (text, format) => {
  expect(fieldOf('x', 'x', text).format).toBe(format);
});

test('a list has a format only if all its texts have it', () => {
  expect(itemOf(['a@b.cz', null, 'c@d.cz'])?.format).toBe('email');
  expect(itemOf(['a@b.cz', 'nobody'])?.format).toBeUndefined();
  expect(itemOf(['a@b.cz', 'https://b.cz'])?.format).toBeUndefined();
});

describe('any example', () => {
  test('shows at each leaf the sample that its path resolves to', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
        const root = fieldOf('data', 'Data', value);
        for (const leaf of leavesOf(value)) {
          const sample = fieldAt(root, leaf.steps)?.sample;
          expect(sample).toBe(leaf.value);
          expect(resolvePath({ c: { p: value } }, { componentId: 'c', port: 'p', steps: leaf.steps })).toBe(
            sample,
          );
        }
      }),
    );
  });

  test('shows no value, of whatever size, but the one its path resolves to', () => {
    const key = fc.constantFrom('a', 'b', 'only', '0', '__proto__');
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('text', 7, true, null),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json'), { maxKeys: 3 }),
      ),
    }));
    let shown = 0;
    fc.assert(
      fc.property(json, (value) => {
        for (const { steps, held } of heldIn(fieldsOfValue(value), [])) {
          shown += 1;
          expect(resolvePath({ c: { p: value } }, { componentId: 'c', port: 'p', steps })).toBe(held);
        }
      }),
      { numRuns: 1000 },
    );
    expect(shown).toBeGreaterThan(500);
  });

  test('has a field for each key of each item', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }), (items) => {
        const fields = fieldsOfValue(items)[0]?.children ?? [];
        const inAll = (key: PathStep): boolean => items.every((item) => Object.hasOwn(item, key));
        const keys = new Set(items.flatMap((item) => Object.keys(item)));
        expect(new Set(fields.map((field) => field.step))).toEqual(keys);
        for (const field of fields) expect(field.optional ?? false).toBe(!inAll(field.step));
      }),
    );
  });
});

test('a value nested too deep is shown down to the limit, then as unknown', () => {
  let value: unknown = 'bottom';
  for (let depth = 0; depth < 20_000; depth += 1) value = { a: value };
  let field: Field | undefined = fieldOf('data', 'Data', value);
  let depth = 0;
  while (field?.children) {
    field = field.children[0];
    depth += 1;
  }
  expect(depth).toBe(deepestField + 1);
  expect(field?.types).toEqual(['unknown']);
});

/** A field reads what is inside when somebody looks at it: this looks at all. */
function countOf(fields: Field[]): number {
  return fields.reduce((count, { children = [] }) => count + 1 + countOf(children), 0);
}

test('an example of 2 MB is read in a moment', () => {
  const example = { items: Array.from({ length: 40_000 }, (_, id) => largeItem(id)) };
  expect(JSON.stringify(example).length).toBeGreaterThan(2_000_000);
  const started = performance.now();
  expect(countOf(fieldsOfValue(example))).toBeGreaterThan(40_000);
  // Linear it takes some 100 ms; looking through the 40,000 keys for each item, a minute.
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('5 MB nested 100 deep below odd keys are read in a moment, every leaf with its path', () => {
  const keys = ['a.b', '"quoted"', '🙂', '__proto__', '', ' ', '0', 'constructor'];
  const chain = (text: string) =>
    Array.from({ length: 96 }, (_, depth) => depth).reduceRight<string>(
      (inner, depth) => `{${JSON.stringify(keys[depth % keys.length])}:${inner}}`,
      JSON.stringify(text),
    );
  const count = Math.ceil(5_000_000 / chain('').length);
  const text = `{"list":[${Array.from({ length: count }, (_, at) => chain(`leaf ${at}`)).join(',')}]}`;
  const value: unknown = JSON.parse(text);
  const started = performance.now();
  const root = fieldOf('data', 'Data', value);
  expect(countOf([root])).toBe(99);
  // Generous: it guards against more than linear work.
  expect(performance.now() - started).toBeLessThan(10_000);
  const [leaf] = leavesOf(value);
  expect(leaf?.steps).toHaveLength(98);
  expect(fieldAt(root, leaf!.steps)?.sample).toBe('leaf 0');
  expect(resolvePath({ c: { p: value } }, { componentId: 'c', port: 'p', steps: leaf!.steps })).toBe(
    'leaf 0',
  );
});

function readInSteps(field: Field): { rests: number; children: Field[] | undefined } {
  const steps = childrenInSteps(field);
  for (let rests = 0; ; rests += 1) {
    const step = steps.next();
    if (step.done) return { rests, children: step.value };
  }
}

test('children are read with rests as they are read at once, and not again', () => {
  const items = Array.from({ length: 5_000 }, (_, id) => ({ id, name: 'x', ...(id % 2 ? { odd: id } : {}) }));
  const list = fieldOf('x', 'x', items);
  const item = list.children![0]!;
  const { rests, children } = readInSteps(item);
  expect(rests).toBeGreaterThan(5);
  expect(children).toEqual(fieldOf('x', 'x', items).children![0]!.children);
  expect(item.children).toBe(children);
  expect(readInSteps(item)).toEqual({ rests: 0, children });

  const [other] = fieldOf('x', 'x', items).children!;
  const reading = childrenInSteps(other!);
  reading.next();
  const looked = other!.children;
  expect([...reading]).not.toEqual([]);
  expect(other!.children).toBe(looked);
});
