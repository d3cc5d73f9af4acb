import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionCall, Reference } from '../../../../flow/descriptor.ts';
import { formatPath } from '../../../../flow/path.ts';
import { readReference, textOfReference } from './reference-text.ts';

test.each<[string, Reference]>([
  ['{{{$.event.out.data.name}}}', { variable: '$.event.out.data.name' }],
  ['{{{$.e.out.data["a | b }}}"][0]}}}', { variable: '$.e.out.data["a | b }}}"][0]' }],
  ['{{{$.e.out.data | g_uppercase}}}', { variable: '$.e.out.data', functions: [{ name: 'g_uppercase' }] }],
  ['{{{ | g_now}}}', { functions: [{ name: 'g_now' }] }],
  [
    '{{{$.e.out.at | g_replace("a)", "}}}") | g_addTimeSpan(hours: 2, days: null) onError: keep}}}',
    {
      variable: '$.e.out.at',
      functions: [
        { name: 'g_replace', params: [{ value: 'a)' }, { value: '}}}' }] },
        {
          name: 'g_addTimeSpan',
          hashParams: { hours: { value: 2 }, days: { value: null } },
          onError: 'keep',
        },
      ],
    },
  ],
  ['{{{$"no path" | g_trim}}}', { variable: 'no path', functions: [{ name: 'g_trim' }] }],
  [
    '{{{$.e.out | {"name":"odd name","more":1}}}}',
    { variable: '$.e.out', functions: [{ name: 'odd name', more: 1 }] },
  ],
])('%s', (text, reference) => {
  expect(textOfReference(reference)).toBe(text);
  expect(readReference(`a${text}b`, 1)).toEqual({
    reference: { functions: [], ...reference },
    end: text.length + 1,
  });
});

test.each([
  '{{{name}}}',
  '{{{$.event}}}',
  '{{{$.e.out.data["a]}}}',
  '{{{$.e.out.data | }}}',
  '{{{$.e.out.data | g_add(}}}',
  '{{{$.e.out.data | g_add(1 2)}}}',
  '{{{$.e.out.data | g_add(x)}}}',
  '{{{$.e.out.data | g_add(a: 1, 2)}}}',
  '{{{$.e.out.data | g_add(1) onError: drop}}}',
  '{{{$.e.out.data | g_add and more}}}',
  '{{{$.e.out.data | {"no": "name"}}}}',
  '{{{$.e.out.data |\ng_add}}}',
  '{{{ }}}',
  '{{{$.e.out.data | g_uppercase}}',
])('%j is no reference', (text) => {
  expect(readReference(text, 0)).toBeUndefined();
});

test('spaces need not be as they are written', () => {
  expect(readReference('{{{$.e.out|g_add( 1 ,  2 )|g_x }}}', 0)?.reference).toEqual({
    variable: '$.e.out',
    functions: [{ name: 'g_add', params: [{ value: 1 }, { value: 2 }] }, { name: 'g_x' }],
  });
});

const step = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a b', '}}}', ' | ', '"', 'é'),
  fc.nat(),
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('}}}', '")', ' | g_x', '\n', '{{{$.a.b}}}', ' onError: keep'),
);
const call = fc.record(
  {
    name: fc.oneof(
      fc.constantFrom('g_uppercase', 'g_now', 'g javascript', 'g"'),
      fc.string({ minLength: 1, unit: 'binary' }),
    ),
    params: fc.array(fc.record({ value }), { minLength: 1, maxLength: 3 }),
    hashParams: fc.dictionary(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constant('__proto__')),
      fc.record({ value }),
      {
        minKeys: 1,
        maxKeys: 3,
      },
    ),
    onError: fc.constantFrom('keep', 'other'),
    more: fc.jsonValue(),
  },
  { requiredKeys: ['name'] },
);
const chain = fc.record(
  {
    variable: fc.oneof(
      fc.array(step).map((steps) => formatPath({ componentId: 'e-1', port: 'out', steps })),
      fc.string({ unit: 'binary' }),
    ),
    functions: fc.array(call, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['functions'] },
);

test('any chain reads back from its text, whatever stands around it', () => {
  fc.assert(
    fc.property(chain, fc.string(), fc.string(), (reference, before, after) => {
      // As a document holds it.
      const stored = JSON.parse(JSON.stringify(reference)) as FunctionCall;
      const text = textOfReference(stored);
      expect(text).not.toContain('\n');
      expect(readReference(before + text + after, before.length)).toEqual({
        reference: stored,
        end: before.length + text.length,
      });
    }),
    { numRuns: 1_000 },
  );
});
