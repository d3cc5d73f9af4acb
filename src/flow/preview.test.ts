import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOfValue } from './example.ts';
import { resolveMapping } from './mapping.ts';
import { testEnvironment as environment } from './modifiers/testing/environment.ts';
import { type Preview, previewInput } from './preview.ts';
import { sampleScope } from './sample-scope.ts';

const example = { name: 'Ada', lines: [{ sku: 'A1' }, { sku: 'B2' }], none: null };
const scope = sampleScope([
  { componentId: 't', ports: [{ port: 'out', fields: fieldsOfValue({ data: example }) }] },
  {
    componentId: 'h',
    ports: [{ port: 'response', fields: [{ step: 'body', label: '', types: ['unknown'] }] }],
  },
]);
const references = {
  name: { variable: '$.t.out.data.name' },
  lines: { variable: '$.t.out.data.lines' },
  last: { variable: '$.t.out.data.lines[-1].sku', functions: [] },
  ninth: { variable: '$.t.out.data.lines[8].sku' },
  body: { variable: '$.h.response.body.id' },
  gone: { variable: '$.gone.out.x' },
  number: { variable: '$.t.out.data.name', functions: [{ name: 'g_toNumber' }] },
  now: { functions: [{ name: 'g_now' }] },
};

function preview(value: unknown, json = false): Preview {
  return previewInput({ value, references, scope, environment, json });
}

test('a sole variable gives its value, a text with variables a text, JSON composed JSON', () => {
  expect(preview('{{{lines}}}')).toEqual({ state: 'value', value: example.lines });
  expect(preview('Hello {{{name}}}, {{{last}}}')).toEqual({ state: 'value', value: 'Hello Ada, B2' });
  expect(preview('{ "a": {{{lines}}}, "b": "{{{name}}}!" }', true)).toEqual({
    state: 'value',
    value: '{ "a": [{"sku":"A1"},{"sku":"B2"}], "b": "Ada!" }',
  });
  expect(preview('{{{$.t.out.data.name}}}')).toEqual({ state: 'value', value: 'Ada' });
  expect(preview('{{{now}}}')).toMatchObject({ state: 'value' });
});

test('a place where the example has nothing gives nothing; without an example nothing is told', () => {
  expect(preview('{{{ninth}}}')).toEqual({ state: 'value', value: undefined });
  expect(preview('{{{body}}}')).toEqual({ state: 'unknown' });
  expect(preview('{{{name}}} {{{gone}}}')).toEqual({ state: 'unknown' });
  expect(preview('{{{nobody}}}')).toEqual({ state: 'unknown' });
});

test('a modifier that fails is named with the reason', () => {
  expect(preview('{{{number}}}')).toMatchObject({
    state: 'failed',
    modifier: 'g_toNumber',
    reason: { id: 'reason.textNotNumber' },
  });
});

test('it is what the engine makes of a run with the same data, and changes nothing of that', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.array(fc.constantFrom('{{{x}}}', 'a ', '"'), { minLength: 1 }),
      (value, parts) => {
        const before = JSON.stringify(value);
        const template = `${parts.join('')}{{{x}}}`;
        const known = { x: { variable: '$.t.out.data', functions: [] } };
        const shown = previewInput({
          value: template,
          references: known,
          scope: sampleScope([
            { componentId: 't', ports: [{ port: 'out', fields: fieldsOfValue({ data: value }) }] },
          ]),
          environment,
        });
        const { inputs } = resolveMapping({
          mapping: { lambda: { f: template }, modifiers: { f: known } },
          scope: { t: { out: { data: value } } },
          environment,
        });
        expect(shown).toEqual({ state: 'value', value: inputs['f'] });
        expect(JSON.stringify(value)).toBe(before);
      },
    ),
  );
});

test('a schema with examples makes a sample, too', () => {
  const leaf = { step: 'id', label: 'Id', types: ['number' as const], sample: 7 };
  const item = { step: 0, label: '', types: ['object' as const], children: [leaf] };
  const fields = [
    { step: 'list', label: 'List', types: ['array' as const], children: [item] },
    { step: 'bare', label: 'Bare', types: ['string' as const] },
  ];
  expect(
    sampleScope([
      {
        componentId: 'c',
        ports: [
          { port: 'p', fields },
          { port: 'q', fields: [] },
        ],
      },
    ]),
  ).toEqual({
    c: { p: { list: [{ id: 7 }] } },
  });
});
