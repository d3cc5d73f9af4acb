import { expect, test } from 'vitest';
import type { Descriptor, FlowNode, Mapping } from '../flow/descriptor.ts';
import type { Field } from '../flow/fields.ts';
import { portsOf } from '../flow/outputs.ts';
import { problemsOf } from '../flow/problems.ts';
import { catalogue } from './catalogue.ts';

const utils = (name: string) => `appmixer.utils.${name}`;

const event: FlowNode = {
  type: utils('appevents.OnAppEvent'),
  x: 0,
  y: 0,
  source: {},
  config: {
    properties: {
      event: 'order',
      eventDataExample: '{"no": "A1", "lines": [{"sku": "x", "price": 2}], "tags": ["new"]}',
    },
  },
};

function node(
  type: string,
  links: Record<string, [from: string, port: string, mapping: Mapping][]>,
): FlowNode {
  const entries = Object.entries(links);
  return {
    type: utils(type),
    x: 0,
    y: 0,
    source: Object.fromEntries(
      entries.map(([inPort, into]) => [
        inPort,
        Object.fromEntries(into.map(([from, port]) => [from, [port]])),
      ]),
    ),
    config: {
      properties: {},
      transform: Object.fromEntries(
        entries.map(([inPort, into]) => [
          inPort,
          Object.fromEntries(into.map(([from, port, mapping]) => [from, { [port]: mapping }])),
        ]),
      ),
    },
  };
}

const variable = (field: string, path: string, functions: { name: string }[] = []): Mapping => ({
  type: 'json2new',
  lambda: { [field]: '{{{m}}}' },
  modifiers: { [field]: { m: { variable: path, functions } } },
});

function fieldsOf(descriptor: Descriptor, id: string, port: string): Field[] {
  return portsOf(descriptor, catalogue, id).find((one) => one.port === port)!.fields;
}

const stepsOf = (fields: Field[] | undefined) => fields?.map(({ step }) => step);

test('an element of a list has the fields of the list, through a wait and back into a list', () => {
  const flow: Descriptor = {
    t: event,
    w: node('timers.Wait', { in: [['t', 'out', { lambda: { interval: '5m' } }]] }),
    each: node('controls.Each', { in: [['w', 'out', variable('list', '$.w.out.data.lines')]] }),
    join: node('controls.JoinEach', {
      in: [['each', 'item', variable('item', '$.each.item.value')]],
      count: [['each', 'done', variable('count', '$.each.done.count')]],
    }),
  };
  expect(problemsOf(flow, catalogue)).toEqual([]);
  expect(stepsOf(fieldsOf(flow, 'w', 'out'))).toEqual(['data']);
  const value = fieldsOf(flow, 'each', 'item').find(({ step }) => step === 'value');
  expect(value).toMatchObject({ label: 'Value', types: ['object'] });
  expect(stepsOf(value?.children)).toEqual(['sku', 'price']);
  expect(value?.children?.[1]).toMatchObject({ sample: 2 });
  const items = fieldsOf(flow, 'join', 'out')[0];
  expect(items).toMatchObject({ step: 'items', types: ['array'], children: [{ step: 0 }] });
  expect(stepsOf(items?.children?.[0]?.children)).toEqual(['sku', 'price']);
});

test.each([
  ['of plain values', variable('list', '$.t.out.data.tags'), { types: ['string'], sample: 'new' }],
  ['written as JSON', { lambda: { list: '[{"a": 1}]' } }, { types: ['object'], children: [{ step: 'a' }] }],
  ['in the old form', { lambda: { list: '{{{$.t.out.data.tags}}}' } }, { types: ['string'] }],
  [
    'that a modifier makes',
    variable('list', '$.t.out.data.tags', [{ name: 'g_split' }]),
    { types: ['unknown'] },
  ],
  ['inside a text', { lambda: { list: 'no {{{$.t.out.data.tags}}}' } }, { types: ['unknown'] }],
  ['that is none', variable('list', '$.t.out.data.no'), { types: ['unknown'] }],
  ['of a component that is gone', variable('list', '$.gone.out.list'), { types: ['unknown'] }],
])('the elements of a list %s', (_what, mapping, expected) => {
  const flow = { t: event, each: node('controls.Each', { in: [['t', 'out', mapping]] }) };
  expect(fieldsOf(flow, 'each', 'item').find(({ step }) => step === 'value')).toMatchObject(expected);
});

test('components that feed each other are told of what is declared', () => {
  const flow: Descriptor = {
    a: node('timers.Wait', { in: [['b', 'out', {}]] }),
    b: node('timers.Wait', { in: [['a', 'out', {}]] }),
  };
  expect(portsOf(flow, catalogue, 'a')[0]).toEqual({ port: 'out', fields: [], open: true });
});

function problemsOfWait(lambda: Record<string, unknown>) {
  const flow = { t: event, w: node('timers.Wait', { in: [['t', 'out', { lambda }]] }) };
  return problemsOf(flow, catalogue).map(({ kind, place }) => [kind, 'field' in place && place.field]);
}

test('a wait without a time is a problem, one until a moment is none', () => {
  expect(problemsOfWait({})).toEqual([['missing-required', 'interval']]);
  expect(problemsOfWait({ interval: '', until: '' })).toEqual([['missing-required', 'interval']]);
  expect(problemsOfWait({ interval: '5m' })).toEqual([]);
  expect(problemsOfWait({ until: '2026-01-31T09:30:00Z' })).toEqual([]);
});
