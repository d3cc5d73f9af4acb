import { describe, expect, test } from 'vitest';
import type { Mapping } from './descriptor.ts';
import { ModifierError, normaliseMapping, resolveMapping } from './mapping.ts';
import { inEnglish } from './messages/message.ts';
import type { ModifierEnvironment } from './modifiers/environment.ts';
import { testEnvironment } from './modifiers/testing/environment.ts';

const counting = (): ModifierEnvironment => {
  let ids = 0;
  return {
    ...testEnvironment,
    uuid: () => `id-${String((ids += 1))}`,
    flowId: 'f1',
    flowName: 'Orders',
    userId: 'u1',
    webhookUrl: 'http://127.0.0.1/flows/f1/components/a1',
    customFields: {},
  };
};

const scope = {
  t1: {
    out: { data: { no: 'A1', total: 12.5, paid: true, lines: [{ sku: 'x' }, { sku: 'y' }], none: null } },
  },
};

/** Warnings in English. */
function resolve(mapping: Mapping, jsonFields?: string[]) {
  const { inputs, warnings } = resolveMapping({
    mapping,
    scope,
    environment: counting(),
    ...(jsonFields ? { jsonFields: new Set(jsonFields) } : {}),
  });
  return { inputs, warnings: warnings.map(inEnglish) };
}

/** A mapping of one field, its references as `id: path`. */
const mapped = (field: string, lambda: unknown, paths: Record<string, string>): Mapping => ({
  type: 'json2new',
  modifiers: {
    [field]: Object.fromEntries(
      Object.entries(paths).map(([id, variable]) => [id, { variable, functions: [] }]),
    ),
  },
  lambda: { [field]: lambda },
});

function ids(): () => string {
  let count = 0;
  return () => `new-${String((count += 1))}`;
}

describe('resolveMapping', () => {
  test.each([
    ['a text', '$.t1.out.data.no', 'A1'],
    ['a number', '$.t1.out.data.total', 12.5],
    ['a boolean', '$.t1.out.data.paid', true],
    ['null', '$.t1.out.data.none', null],
    ['a list', '$.t1.out.data.lines', [{ sku: 'x' }, { sku: 'y' }]],
  ])('a single placeholder keeps the type: %s', (_kind, path, value) => {
    expect(resolve(mapped('field', '{{{m1}}}', { m1: path }))).toEqual({
      inputs: { field: value },
      warnings: [],
    });
  });

  test('inside a longer text values stand in their text form', () => {
    const paths = { a: 'no', b: 'total', c: 'paid', d: 'lines', e: 'none', f: 'absent' };
    const variables = Object.fromEntries(
      Object.entries(paths).map(([id, name]) => [id, `$.t1.out.data.${name}`]),
    );
    const { inputs } = resolve(mapped('text', '{{{a}}}|{{{b}}}|{{{c}}}|{{{d}}}|{{{e}}}|{{{f}}}', variables));
    expect(inputs).toEqual({ text: 'A1|12.5|true|[{"sku":"x"},{"sku":"y"}]||' });
  });

  test('placeholders are found at any depth, their entries under the top-level field', () => {
    const lambda = {
      ADD: [
        { name: 'n', type: 'text', text: 'Order {{{m1}}}' },
        { on: true, n: ['{{{m2}}}'] },
      ],
    };
    const { inputs } = resolve(
      mapped('variables', lambda, { m1: '$.t1.out.data.no', m2: '$.t1.out.data.lines[-1].sku' }),
    );
    expect(inputs).toEqual({
      variables: {
        ADD: [
          { name: 'n', type: 'text', text: 'Order A1' },
          { on: true, n: ['y'] },
        ],
      },
    });
  });

  test('the entries of one field are not those of another', () => {
    const mapping = { ...mapped('a', '{{{m1}}}', { m1: '$.t1.out.data.no' }), lambda: { b: '{{{m1}}}' } };
    expect(resolve(mapping)).toEqual({
      inputs: { b: undefined },
      warnings: ['b: nothing is mapped to {{{m1}}}'],
    });
  });

  test('functions apply in order; without a variable the first one makes the value', () => {
    const { inputs } = resolve({
      modifiers: {
        a: {
          m1: {
            variable: '$.t1.out.data',
            functions: [
              { name: 'g_jsonPath', params: [{ value: '$.lines[*].sku' }] },
              { name: 'g_last' },
              { name: 'g_uppercase' },
            ],
          },
        },
        b: { m2: { functions: [{ name: 'g_flowName' }, { name: 'g_length' }] } },
      },
      lambda: { a: '{{{m1}}}', b: '{{{m2}}}' },
    });
    expect(inputs).toEqual({ a: 'Y', b: 6 });
  });

  test('one entry makes one value, however often it stands in a field', () => {
    const { inputs } = resolve({
      modifiers: {
        a: { m1: { functions: [{ name: 'g_uuid4' }] } },
        b: { m1: { functions: [{ name: 'g_uuid4' }] } },
      },
      lambda: { a: ['{{{m1}}}', 'again {{{m1}}}'], b: '{{{m1}}}' },
    });
    expect(inputs).toEqual({ a: ['id-1', 'again id-1'], b: 'id-2' });
  });

  test('the old form directly in the lambda', () => {
    const lambda = {
      a: '{{{$.t1.out.data.lines[1].sku}}}',
      b: 'no {{{$.t1.out["data"].no}}}',
      c: '{{{$.t1}}}',
    };
    expect(resolve({ lambda })).toEqual({
      inputs: { a: 'y', b: 'no A1', c: undefined },
      warnings: ['c: $.t1 is not a path'],
    });
  });

  test('a path that finds nothing gives nothing, and one warning naming field and path', () => {
    const paths = { m1: '$.t1.out.no', m2: '$.t1.out.no', m3: 'nonsense' };
    expect(resolve(mapped('url', ['{{{m1}}}', '{{{m2}}}{{{m1}}}', '{{{m3}}}'], paths))).toEqual({
      inputs: { url: [undefined, '', undefined] },
      warnings: ['url: $.t1.out.no found nothing', 'url: nonsense is not a path'],
    });
  });

  test.each([
    ['g_jsonPath', { name: 'g_jsonPath', params: [{ value: '$.[' }] }],
    ['g_nothing', { name: 'g_nothing' }],
    ['constructor', { name: 'constructor' }],
  ])('a modifier that fails names field and modifier: %s', (modifier, call) => {
    const mapping = {
      modifiers: { body: { m1: { variable: '$.t1.out', functions: [call] } } },
      lambda: { body: '{{{m1}}}' },
    };
    expect(() => resolve(mapping)).toThrow(ModifierError);
    expect(() => resolve(mapping)).toThrow(`Field "body": modifier ${modifier} failed`);
  });

  test('a JSON field stays one text, valid whatever its values hold', () => {
    const mapping = mapped('json', '{"no": "{{{m1}}}", "lines": {{{m2}}}, "x": {{{m3}}}}', {
      m1: '$.t1.out.data.no',
      m2: '$.t1.out.data.lines',
      m3: '$.t1.out.data.absent',
    });
    expect(resolve(mapping, ['json'])).toEqual({
      inputs: { json: '{"no": "A1", "lines": [{"sku":"x"},{"sku":"y"}], "x": null}' },
      warnings: ['json: $.t1.out.data.absent found nothing'],
    });
    expect(
      resolve(mapped('json', { a: '{{{m1}}}' }, { m1: '$.t1.out.data.total' }), ['json']).inputs,
    ).toEqual({
      json: { a: 12.5 },
    });
  });

  test('the old form in a JSON field, its quotes escaped inside a literal', () => {
    const json = String.raw`{"a": "{{{$.t1.out[\"data\"].no}}}", "b": {{{$.t1.out["data"].total}}}}`;
    expect(resolve({ lambda: { json } }, ['json']).inputs).toEqual({ json: '{"a": "A1", "b": 12.5}' });
  });

  test('keys that every object inherits are fields like others', () => {
    const mapping = JSON.parse(
      '{"lambda": {"__proto__": {"polluted": "{{{m1}}}"}, "toString": "{{{constructor}}}"}, "modifiers": {"__proto__": {"m1": {"variable": "$.t1.out.data.no"}}}}',
    ) as Mapping;
    const { inputs, warnings } = resolve(mapping);
    expect(Object.keys(inputs)).toEqual(['__proto__', 'toString']);
    expect(JSON.stringify(inputs)).toBe('{"__proto__":{"polluted":"A1"}}');
    expect(Object.getPrototypeOf(inputs)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(warnings).toEqual(['toString: nothing is mapped to {{{constructor}}}']);
  });

  test('a lambda nested too deep is an error that names the field', () => {
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(() => resolve({ lambda: { body: deep } })).toThrow(
      'Field "body" is nested deeper than 500 levels',
    );
  });

  test('a mapping without lambda fills nothing', () => {
    expect(resolve({})).toEqual({ inputs: {}, warnings: [] });
  });
});

describe('normaliseMapping', () => {
  test('turns the old form into references and keeps everything else', () => {
    const mapping = {
      type: 'json2new',
      note: 'kept',
      modifiers: { a: { m1: { variable: '$.t1.out.data.no' } } },
      lambda: {
        a: 'x {{{m1}}} {{{$.t1.out.data.[0]}}}',
        b: { ADD: ['{{{$.t1.out["odd key"]}}}'] },
        c: 1,
        d: '{{{$.broken}}}',
      },
    };
    expect(normaliseMapping(mapping, ids())).toEqual({
      type: 'json2new',
      note: 'kept',
      modifiers: {
        a: { m1: { variable: '$.t1.out.data.no' }, 'new-1': { variable: '$.t1.out.data[0]', functions: [] } },
        b: { 'new-2': { variable: '$.t1.out["odd key"]', functions: [] } },
      },
      lambda: { a: 'x {{{m1}}} {{{new-1}}}', b: { ADD: ['{{{new-2}}}'] }, c: 1, d: '{{{$.broken}}}' },
    });
  });

  test('the result resolves to the same inputs', () => {
    const mapping = { lambda: { a: '{{{$.t1.out.data.total}}}', b: 'n {{{$.t1.out.data.no}}}' } };
    expect(resolve(normaliseMapping(mapping, ids()))).toEqual(resolve(mapping));
  });

  test('gives the same object when there is nothing to turn', () => {
    const mapping = mapped('a', '{{{m1}}} {{{', { m1: '$.t1.out.data.no' });
    expect(normaliseMapping(mapping, ids())).toBe(mapping);
    const empty = {};
    expect(normaliseMapping(empty, ids())).toBe(empty);
  });

  test('leaves alone what is nested too deep', () => {
    let deep: unknown = '{{{$.t1.out}}}';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const mapping = { lambda: { body: deep } };
    expect(normaliseMapping(mapping, ids())).toBe(mapping);
  });
});
