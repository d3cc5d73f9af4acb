import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';
import { exampleOfContract } from './example-of-contract.ts';
import { formOfShape } from './form-of-shape.ts';
import { limitPlaces } from './limit-places.ts';
import { mergeAll, mergeShapes } from './merge-shapes.ts';
import { observe, shapeOf, shapeOfEvent } from './observe.ts';
import { schemaOfShape } from './schema-of-shape.ts';
import { tellableShape } from './tellable.ts';
import { emptyShape, mostKeys, mostTexts, type Shape } from './shape.ts';

// One for all: what takes it longest is to read what a schema is.
const ajv = new Ajv2020({ strict: false, ownProperties: true });
// The library is CommonJS: its function is the default of its default.
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);

const kept = { keepValues: true };

/** Data as events have it: keys and texts repeat, some keys are odd. */
const key = fc.constantFrom(
  'id',
  'name',
  'tags',
  '__proto__',
  'a.b',
  '',
  'constructor',
  '"',
  'ann@example.com',
);
const text = fc.oneof(
  fc.constantFrom('new', 'open', 'ann@example.com', '2026-01-01T10:00:00Z', 'https://example.com/a'),
  // Nearly of a format.
  fc.constantFrom(
    'a..b@example.com',
    '2026-02-30T10:00:00Z',
    'https://example.com/?a[b]=1',
    'https://bücher.example/',
  ),
  fc.string({ unit: 'binary' }),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('data')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** Of any form, or all of much the same, with a text out of few. */
const valuesOfOneEvent = fc.oneof(
  { weight: 1, arbitrary: fc.array(data, { minLength: 1, maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.record({ status: fc.constantFrom('new', 'open', 'paid'), name: data }), {
      minLength: 3,
      maxLength: 8,
    }),
  },
);

/** Ready to compare: as it comes back from the store. */
const stored = (shape: Shape): unknown => sorted(JSON.parse(JSON.stringify(shape)));

test('merging is associative and commutative, and an empty shape adds nothing', () => {
  fc.assert(
    fc.property(data, data, data, fc.boolean(), (a, b, c, keepValues) => {
      const [x, y, z] = [a, b, c].map((value) => shapeOfEvent(value, { keepValues })) as [
        Shape,
        Shape,
        Shape,
      ];
      expect(stored(mergeAll([z, x, y]))).toEqual(stored(mergeShapes(mergeShapes(x, y), z)));
      expect(stored(mergeShapes(mergeShapes(x, y), z))).toEqual(stored(mergeShapes(x, mergeShapes(y, z))));
      expect(stored(mergeShapes(x, y))).toEqual(stored(mergeShapes(y, x)));
      expect(stored(mergeShapes(emptyShape(), x))).toEqual(stored(x));
    }),
    { numRuns: 500 },
  );
});

test('seen one after another comes to the same as merged, and merging changes neither side', () => {
  fc.assert(
    fc.property(fc.array(data, { maxLength: 8 }), (values) => {
      const shapes = values.map((value) => freeze(shapeOf(value, kept)));
      const seen = emptyShape();
      for (const value of values) observe(seen, value, kept);
      expect(stored(seen)).toEqual(stored(shapes.reduce(mergeShapes, emptyShape())));
    }),
    { numRuns: 500 },
  );
});

test('limits once passed stay passed, whatever the order', () => {
  const texts = Array.from({ length: mostTexts + 3 }, (_, index) => ({ status: `s${index}` }));
  const wide = [0, 1, 2].map((part) =>
    Object.fromEntries(Array.from({ length: mostKeys / 2 }, (_, index) => [`k${part}-${index}`, index])),
  );
  for (const values of [texts, wide, [...wide, ...texts]]) {
    const shapes = values.map((value) => shapeOf(value, kept));
    const forward = shapes.reduce(mergeShapes);
    const backward = shapes.toReversed().reduce(mergeShapes);
    const seen = emptyShape();
    for (const value of values) observe(seen, value, kept);
    expect(stored(backward)).toEqual(stored(forward));
    expect(stored(seen)).toEqual(stored(forward));
  }
  const many = texts.map((value) => shapeOf(value, kept)).reduce(mergeShapes);
  expect(many.keys?.['status']?.texts).toBe('many');
  const merged = wide.map((value) => shapeOf(value, kept)).reduce(mergeShapes);
  expect(merged.keys).toBeUndefined();
  expect(merged.anyKey?.types).toEqual({ number: (3 * mostKeys) / 2 });
});

test('every value merged is valid against the exported schema, for ajv and for our own check', () => {
  const seen = { enumerations: 0, formats: 0, required: 0 };
  fc.assert(
    fc.property(valuesOfOneEvent, fc.constantFrom(7, 0), (values, repeats) => {
      // Repetition makes enumerations.
      const all = Array.from({ length: repeats + 1 }, () => values).flat();
      const schema = schemaOfShape(all.map((value) => shapeOf(value, kept)).reduce(mergeShapes));
      const { agreement, ignored } = readAgreement(schema);
      expect(ignored).toEqual([]);
      const validate = ajv.compile(schema);
      for (const value of values) {
        expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
        expect(violationsOf(value, agreement)).toEqual([]);
      }
      const written = JSON.stringify(schema);
      seen.enumerations += Number(written.includes('"enum"'));
      seen.formats += Number(written.includes('"format"'));
      seen.required += Number(written.includes('"required"'));
    }),
    { numRuns: 120 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
}, 60_000);

test('the example that stands for a shape keeps to its contract but for what was never seen together', () => {
  fc.assert(
    fc.property(data, (value) => {
      const shape = shapeOf(value, kept);
      const { types, ...rest } = readAgreement(schemaOfShape(shape)).agreement;
      const example = exampleOfContract(shape);
      // One value only was seen, so every key and every type of the example comes from it.
      const violations = violationsOf(example, { ...rest, ...(types ? { types } : {}) });
      expect(violations.filter(({ said }) => said.id === 'contract.missing')).toEqual([]);
    }),
  );
});

test('the schema of a shape has the example of the shape, whoever reads it', () => {
  fc.assert(
    fc.property(valuesOfOneEvent, (values) => {
      const shape = mergeAll(values.map((value) => shapeOf(value, kept)));
      const { agreement } = readAgreement(schemaOfShape(shape));
      expect(exampleOfContract(undefined, agreement)).toEqual(exampleOfContract(shape));
    }),
    { numRuns: 300 },
  );
});

test('the form of a shape is what is seen when values are not kept, merged before or after', () => {
  fc.assert(
    fc.property(fc.array(data, { minLength: 1, maxLength: 5 }), (values) => {
      const whole = values.map((value) => shapeOf(value, kept));
      const forms = values.map((value) => shapeOf(value, { keepValues: false }));
      expect(stored(formOfShape(mergeAll(whole)))).toEqual(stored(mergeAll(forms)));
    }),
    { numRuns: 300 },
  );
});

test('of limited places every value is still valid, whatever the order of keys, and a cut stays', () => {
  const sizeOf = (shape: Shape): number =>
    1 +
    [...Object.values(shape.keys ?? {}), ...[shape.anyKey, shape.items].filter((one) => one !== undefined)]
      .map(sizeOf)
      .reduce((sum, size) => sum + size, 0);
  fc.assert(
    fc.property(
      fc.array(data, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 12 }),
      (values, most) => {
        const shapes = values.map((value) => shapeOfEvent(value, kept));
        const limited = limitPlaces(mergeAll(shapes), most);
        expect(sizeOf(limited)).toBeLessThanOrEqual(most);
        const turned = JSON.parse(
          JSON.stringify(limitPlaces(mergeAll(shapes.toReversed()), most)),
        ) as unknown;
        expect(sorted(turned)).toEqual(stored(limited));
        const schema = schemaOfShape(tellableShape(mergeAll([limited, ...shapes])));
        const validate = ajv.compile(schema);
        const { agreement } = readAgreement(schema);
        for (const value of values) {
          expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
          expect(violationsOf(value, agreement)).toEqual([]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

const form = (value: unknown) => shapeOfEvent(value, { keepValues: false });

const people = (name: string) => ({
  people: { [name]: { vip: true } },
  mail: { [`${name}@example.com`]: 1 },
});

test('keys of others that few events had are not told, those of many and one’s own are', () => {
  const shape = mergeAll([...['Ann', 'Bo', 'Cy'].map((name) => form(people(name))), form({ people: {} })]);
  expect(JSON.stringify(shape)).not.toContain('@');
  const told = tellableShape(shape);
  expect(JSON.stringify(told)).not.toMatch(/Ann|Bo|Cy/);
  expect(told.keys?.['people']?.anyKey?.keys?.['vip']?.seen).toBe(3);
  const own = tellableShape(mergeShapes(shape, shapeOfEvent({ people: { Ann: 1 } }, kept)));
  expect(Object.keys(own.keys?.['people']?.keys ?? {})).toEqual(['Ann']);
});

const cpuOf = (value: object) => {
  const began = process.cpuUsage();
  shapeOfEvent(value, kept);
  return process.cpuUsage(began).user / 1000;
};

const wide = (objects: number, keys: number) =>
  Object.fromEntries(
    Array.from({ length: objects }, (_, at) => [
      `o${at}`,
      Object.fromEntries(Array.from({ length: keys }, (_, key) => [`k${key}`, 0])),
    ]),
  );

test('an event of many keys takes time by its size', () => {
  cpuOf(wide(900, 100));
  const [few, many] = [cpuOf(wide(900, 100)), cpuOf(wide(100, 900))];
  expect(many).toBeLessThan(Math.max(200, few * 4));
});

test('of a form alone no text of the data is kept', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (secret, other) => {
      const shape = shapeOf({ secret, list: [{ other }] }, { keepValues: false });
      expect(JSON.stringify(shape)).not.toContain(secret);
      expect(JSON.stringify(shape)).not.toContain(other);
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
