import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';

// One for all: what takes it longest is to read what a schema is.
const ajv = new Ajv2020({ strict: false, ownProperties: true });

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const plain = fc.constantFrom<unknown>('x', 'y', 0, -0, 1, 1.5, true, null);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    plain,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null');
const someOf = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.array(arbitrary, { minLength: 1, maxLength: 2 });
const mapOf = (schema: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(key, schema), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

/** Schemas of the keywords that are checked; `oneOf` is not, for it is taken as `anyOf`. */
const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
    fc.boolean(),
    fc.record(
      {
        type: fc.uniqueArray(type, { minLength: 3, maxLength: 6 }),
        enum: fc.uniqueArray(value, { minLength: 1, maxLength: 5, selector: (one) => JSON.stringify(one) }),
        const: plain,
        properties: mapOf(tie('schema')),
        required: fc.uniqueArray(key, { maxLength: 2 }),
        additionalProperties: tie('schema'),
        prefixItems: someOf(tie('schema')),
        items: tie('schema'),
        anyOf: someOf(tie('schema')),
        allOf: someOf(tie('schema')),
        $ref: fc.constantFrom('#/$defs/one', '#/$defs/two', '#two'),
      },
      { requiredKeys: [] },
    ),
  ),
}));

const whole = fc.tuple(schema, schema, schema).map(([root, one, two]) => ({
  allOf: [root],
  $defs: { one, two: typeof two === 'object' ? { ...two, $anchor: 'two' } : { $anchor: 'two' } },
}));

test('what ajv finds valid is valid here, and the other way round', () => {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(whole, fc.array(value, { minLength: 1, maxLength: 25 }), (root, values) => {
      const { agreement, ignored } = readAgreement(root);
      // ajv recurses for ever where a schema says of a value what it says of itself.
      fc.pre(!ignored.includes('$ref (in a circle)'));
      expect(ignored).toEqual([]);
      const validate = ajv.compile(root);
      for (const one of values) {
        const valid = validate(one);
        expect(violationsOf(one, agreement).length === 0, JSON.stringify({ one, root })).toBe(valid);
        seen[valid ? 'valid' : 'invalid'] += 1;
      }
    }),
    { numRuns: 80 },
  );
  expect(seen.valid).toBeGreaterThan(30);
  expect(seen.invalid).toBeGreaterThan(30);
}, 60_000);
