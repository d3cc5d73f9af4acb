import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { changed, sequence } from '../operations/operation.ts';
import { remapReferences } from '../operations/remap-references.ts';
import { removeComponents } from '../operations/remove-components.ts';
import { replaceComponent } from '../operations/replace-component.ts';
import { setDisabled } from '../operations/set-disabled.ts';
import { setProperty } from '../operations/set-property.ts';
import { problemsOf } from '../problems.ts';
import { components, testCatalogue as catalogue } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';
import { impactOf } from './impact.ts';
import { proposeRemapping, remappingsOf } from './propose.ts';

const trigger = (example: unknown) =>
  node('onEvent', {}, { config: { properties: { event: 'e', example: JSON.stringify(example) } } });

const filled = (field: string, ...variables: string[]) => ({
  type: 'json2new',
  lambda: { [field]: variables.map((_, at) => `{{{m${at}}}}`).join(' ') },
  modifiers: { [field]: Object.fromEntries(variables.map((variable, at) => [`m${at}`, { variable }])) },
});

const contact = { email: 'ada@example.com', name: 'Ada Lovelace', vip: true };

const flow = (example: unknown = contact): Descriptor => ({
  t: trigger(example),
  c: node('condition', {
    t: [
      'out',
      {
        lambda: {
          expression: {
            AND: [
              { input: 'x', value: 'y' },
              { input: '{{{m}}}', value: '1' },
            ],
          },
        },
        modifiers: { expression: { m: { variable: '$.t.out.data.vip' } } },
      },
    ],
  }),
  p: node('post', { c: ['true', filled('url', '$.t.out.data.email', '$.t.out.data.name')] }),
});

const examples = (value: unknown) =>
  setProperty({ componentId: 't', name: 'example', value: JSON.stringify(value) });

function impactAndProposals(before: Descriptor, after: Descriptor) {
  const lost = impactOf(before, after, catalogue);
  return { lost, proposals: proposeRemapping({ before, after, lost, catalogue }) };
}

describe('an example that becomes another one', () => {
  test('tells which inputs lose which field, down to the cell', () => {
    const before = flow();
    const { lost } = impactAndProposals(before, examples({ name: 'Ada Lovelace' }).apply(before));
    expect(lost).toMatchObject([
      {
        componentId: 'c',
        field: 'expression',
        variable: '$.t.out.data.vip',
        lost: 'field',
        cell: { row: 1, column: 'input' },
      },
      { componentId: 'p', field: 'url', variable: '$.t.out.data.email', lost: 'field' },
    ]);
  });

  test('fields that were renamed and moved are proposed, and re-mapping is one step with the change', () => {
    const before = flow();
    const change = examples({ person: { email: 'ada@example.com', full_name: 'Ada Lovelace' }, vip: true });
    const { lost, proposals } = impactAndProposals(before, change.apply(before));
    expect(lost.map(({ variable }) => variable)).toEqual(['$.t.out.data.email', '$.t.out.data.name']);
    expect(proposals.map(({ best }) => best)).toEqual([
      '$.t.out.data.person.email',
      '$.t.out.data.person.full_name',
    ]);
    const remap = remapReferences({ remappings: remappingsOf(proposals, ({ best }) => best) });
    const step = sequence({ name: change.name, operations: [change, remap] });
    const content = { descriptor: before, notes: {} };
    const after = changed(content, step);
    expect(impactOf(before, after.descriptor, catalogue)).toEqual([]);
    expect(problemsOf(after.descriptor, catalogue).filter(({ kind }) => kind === 'broken-variable')).toEqual(
      [],
    );
  });

  test('one field is not given to two, and a field that has gone without a trace has no proposal', () => {
    const before = flow({ first: 'same text', second: 'same text', email: 'ada@example.com' });
    const used = {
      ...before,
      p: node('post', {
        t: ['out', filled('url', '$.t.out.data.first', '$.t.out.data.second', '$.t.out.data.email')],
      }),
    };
    const { proposals } = impactAndProposals(used, examples({ third: 'same text' }).apply(used));
    expect(proposals.map(({ variable, best }) => [variable, best])).toEqual([
      ['$.t.out.data.first', undefined],
      ['$.t.out.data.second', undefined],
      ['$.t.out.data.email', undefined],
    ]);
    expect(proposals[0]!.candidates.map(({ variable }) => variable)).toEqual(['$.t.out.data.third']);
    expect(proposals[2]!.others.map(({ variable }) => variable)).toContain('$.t.out.data.third');
  });

  test('without a change of fields, and while it is no JSON, nothing is lost', () => {
    const before = flow();
    for (const operation of [
      setProperty({ componentId: 't', name: 'example', value: '{' }),
      setProperty({ componentId: 't', name: 'event', value: 'other' }),
      examples({ ...contact, more: 1 }),
      setDisabled({ ids: ['c'], disabled: true }),
    ]) {
      expect(impactOf(before, operation.apply(before), catalogue)).toEqual([]);
    }
  });
});

const two = (): Descriptor => ({
  ...flow(),
  other: trigger({ email: 'bob@example.com', total: 12 }),
  c: node('join', { t: ['out'], other: ['out'] }),
  p: node('post', { c: ['out', filled('url', '$.t.out.data.email')] }),
});

const pick = (name: string, argument: object) => ({
  functions: [{ name, ...argument }, { name: 'g_join' }],
});
const withPicks = (list: string, ...picks: object[]) => ({
  t: trigger({ [list]: [{ [list === 'items' ? 'sku' : 'code']: 'A-100', n: 1 }] }),
  p: node('post', {
    t: [
      'out',
      {
        lambda: { url: picks.map((_, at) => `{{{m${at}}}}`).join() },
        modifiers: {
          url: Object.fromEntries(
            picks.map((one, at) => [`m${at}`, { variable: `$.t.out.data.${list}`, ...one }]),
          ),
        },
      },
    ],
  }),
});

test('what a modifier takes of the items of a list follows as well', () => {
  const before = withPicks(
    'items',
    pick('g_map', { params: [{ value: 'sku' }] }),
    pick('g_sort', { hashParams: { path: { value: '$.sku' } } }),
    pick('g_jsonPath', { params: [{ value: '$[*].sku' }] }),
    pick('g_map', { params: [{ value: 'n' }] }),
  );
  const wanted = withPicks(
    'lines',
    pick('g_map', { params: [{ value: 'code' }] }),
    pick('g_sort', { hashParams: { path: { value: '$.code' } } }),
    pick('g_jsonPath', { params: [{ value: '$[*].code' }] }),
    pick('g_map', { params: [{ value: 'n' }] }),
  );
  const change = examples({ lines: [{ code: 'A-100', n: 1 }] });
  const { proposals } = impactAndProposals(before, change.apply(before));
  expect(proposals.map(({ variable, best }) => [variable, best])).toEqual([
    ['$.t.out.data.items', '$.t.out.data.lines'],
    ['$.t.out.data.items[0].sku', '$.t.out.data.lines[0].code'],
    ['$.t.out.data.items[0].n', '$.t.out.data.lines[0].n'],
  ]);
  const remap = remapReferences({ remappings: remappingsOf(proposals, ({ best }) => best) });
  expect(remap.apply(before)['p']).toEqual(wanted['p']);
});

const chain = (item: string, field: string) => ({
  functions: [
    { name: 'g_map', params: [{ value: item }] },
    { name: 'g_first' },
    { name: 'g_get', params: [{ value: field }] },
  ],
});

test('what later modifiers take follows as well', () => {
  const before = {
    t: trigger({ items: [{ product: { sku: 'A-100', n: 1 } }] }),
    p: withPicks('items', chain('product', 'sku')).p,
  };
  const change = examples({ items: [{ goods: { code: 'A-100', n: 1 } }] });
  const { lost, proposals } = impactAndProposals(before, change.apply(before));
  expect(lost.map(({ variable }) => variable)).toEqual([
    '$.t.out.data.items[0].product',
    '$.t.out.data.items[0].product.sku',
  ]);
  const remap = remapReferences({ remappings: remappingsOf(proposals, ({ best }) => best) });
  expect(remap.apply(before)['p']).toEqual(withPicks('items', chain('goods', 'code')).p);
});

test.each<[before: unknown, after: unknown, variable: string]>([
  [{ active: true, x: 1 }, { deleted: true, x: 1 }, '$.t.out.data.active'],
  [{ active: true, x: 1 }, { inactive: true, x: 1 }, '$.t.out.data.active'],
  [{ items: [{ sku: 'A-100' }, { sku: 'B-200' }] }, { first: { sku: 'A-100' } }, '$.t.out.data.items[1].sku'],
  [
    { created_at: '2026-01-01T00:00:00Z', n: 1 },
    { deleted_at: '2026-01-01T00:00:00Z', n: 1 },
    '$.t.out.data.created_at',
  ],
  [{ start_date: '2026-01-01', n: 1 }, { end_date: '2026-01-01', n: 1 }, '$.t.out.data.start_date'],
  [{ price: 10, qty: 2 }, { tax: 10, qty: 2 }, '$.t.out.data.price'],
  [{ note: '', qty: 2 }, { memo: '', qty: 2 }, '$.t.out.data.note'],
  [
    { email: 'ada@example.com', backup: 'ada@example.com' },
    { login: 'ada@example.com', backup: 'ada@example.com' },
    '$.t.out.data.email',
  ],
])('of %j becoming %j nothing is taken unasked for %s', (before, after, variable) => {
  const used = { ...flow(before), p: node('post', { t: ['out', filled('url', variable)] }) };
  const { proposals } = impactAndProposals(used, examples(after).apply(used));
  const proposal = proposals.find((one) => one.variable === variable);
  expect(proposal).toMatchObject({ best: undefined });
});

describe('a component that goes', () => {
  test('its variables are looked for in what comes before', () => {
    const before = two();
    const { lost, proposals } = impactAndProposals(before, removeComponents({ ids: ['t'] }).apply(before));
    expect(lost).toMatchObject([{ componentId: 'p', lost: 'component' }]);
    expect(proposals[0]!.best).toBe('$.other.out.data.email');
  });

  test('what goes along is not lost, and a healed chain keeps what it can', () => {
    const before = flow();
    expect(impactOf(before, removeComponents({ ids: ['t', 'c', 'p'] }).apply(before), catalogue)).toEqual([]);
    expect(impactOf(before, removeComponents({ ids: ['c'] }).apply(before), catalogue)).toEqual([]);
  });

  test('one that takes another type offers what it has', () => {
    const before: Descriptor = {
      t: trigger(contact),
      h: node('post', { t: ['out'] }),
      p: node('post', { h: ['response', filled('url', '$.h.response.statusCode')] }),
    };
    const after = replaceComponent({ id: 'h', component: components.join, catalogue }).apply(before);
    const { lost, proposals } = impactAndProposals(before, after);
    expect(lost).toMatchObject([{ componentId: 'p', lost: 'port' }]);
    expect(proposals).toMatchObject([{ best: undefined, candidates: [] }]);
  });
});

const key = fc.constantFrom('email', 'first_name', 'lines', 'sku', 'total', 'note', 'customer');

test('of an example in which every key is written otherwise, re-mapping to what is offered first restores each variable; undo gives the flow back', () => {
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('Ada', 12, true, null),
      fc.dictionary(key, tie('json'), { minKeys: 1, maxKeys: 4 }),
    ),
  }));
  let restored = 0;
  fc.assert(
    fc.property(fc.dictionary(key, json, { minKeys: 1, maxKeys: 4 }), (example) => {
      const paths = pathsIn(example);
      const before = {
        ...flow(example),
        c: node('join', { t: ['out'] }),
        p: node('post', { c: ['out', filled('url', ...paths)] }),
      };
      const change = examples(renamed(example));
      const { proposals } = impactAndProposals(before, change.apply(before));
      const remap = remapReferences({
        remappings: remappingsOf(proposals, ({ candidates }) => candidates[0]?.variable),
      });
      const written = JSON.stringify(before);
      const after = sequence({ name: change.name, operations: [change, remap] }).apply(before);
      expect(JSON.stringify(before)).toBe(written);
      expect(JSON.stringify(after['p'])).toBe(
        JSON.stringify(
          node('post', {
            c: ['out', filled('url', ...paths.map((path) => path.replace(/(?<=data.*)\.(\w+)/g, '.x_$1')))],
          }),
        ),
      );
      restored += paths.length;
    }),
  );
  expect(restored).toBeGreaterThan(200);
});

function pathsIn(value: unknown, path = '$.t.out.data'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${path}.${name}`,
    ...pathsIn(inner, `${path}.${name}`),
  ]);
}

function renamed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [`x_${name}`, renamed(inner)]));
}
