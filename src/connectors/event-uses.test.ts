import { expect, test } from 'vitest';
import type { Descriptor, FlowNode, Mapping } from '../flow/descriptor.ts';
import { hangsOn, usesOfEvent } from '../flow/event-contract/uses.ts';
import { impactOf } from '../flow/impact/impact.ts';
import { setProperty } from '../flow/operations/set-property.ts';
import type { PathStep } from '../flow/fields.ts';
import { catalogue } from './catalogue.ts';

function node(type: string, from: string, port: string, fields: Record<string, string>): FlowNode {
  const mapping: Mapping = {
    type: 'json2new',
    lambda: Object.fromEntries(Object.keys(fields).map((field) => [field, '{{{m}}}'])),
    modifiers: Object.fromEntries(
      Object.entries(fields).map(([field, variable]) => [field, { m: { variable, functions: [] } }]),
    ),
  };
  return {
    type: `appmixer.utils.${type}`,
    x: 0,
    y: 0,
    source: { in: { [from]: [port] } },
    config: { properties: {}, transform: { in: { [from]: { [port]: mapping } } } },
  };
}

const example = {
  items: [{ sku: 'A', size: { cm: 7 }, tags: ['x'] }],
  customer: { email: 'a@example.com' },
};

const flow: Descriptor = {
  on: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'order', eventDataExample: JSON.stringify(example) } },
  },
  wait: node('timers.Wait', 'on', 'out', { interval: '$.on.out.data.customer.email' }),
  each: node('controls.Each', 'wait', 'out', { list: '$.wait.out.data.items' }),
  set: node('controls.SetVariable', 'each', 'item', { value: '$.each.item.value.sku' }),
  inner: node('controls.Each', 'each', 'item', { list: '$.each.item.value.tags' }),
  post: node('http.Post', 'inner', 'item', {
    url: '$.inner.item.value',
    body: '$.each.item.value.size.cm',
    raw: '$.each.item.value.gone',
    count: '$.each.item.index',
  }),
  other: node('http.Post', 'on', 'out', { url: '$.wait.out.data.customer.email' }),
};

const uses = usesOfEvent(flow, catalogue, 'order');
const hanging = (steps: PathStep[]) =>
  uses.flatMap((use) => (hangsOn(use.steps, steps) === 'field' ? `${use.componentId} ${use.field}` : []));

test('what a component hands on of an event is taken out of the event', () => {
  expect(uses.map(({ componentId, field, steps }) => [componentId, field, ...steps])).toEqual([
    ['wait', 'interval', 'customer', 'email'],
    ['each', 'list', 'items'],
    ['set', 'value', 'items', 0, 'sku'],
    ['inner', 'list', 'items', 0, 'tags'],
    ['post', 'url', 'items', 0, 'tags', 0],
    ['post', 'body', 'items', 0, 'size', 'cm'],
    ['post', 'raw', 'items', 0, 'gone'],
    ['other', 'url', 'customer', 'email'],
  ]);
  const off = { ...flow, on: { ...flow['on']!, disabled: true } };
  expect(usesOfEvent(off, catalogue, 'order')).toEqual([]);
  expect(usesOfEvent(flow, catalogue, 'other')).toEqual([]);
});

test.each<[lost: PathStep[], after: unknown]>([
  [['customer'], { items: example.items }],
  [['customer', 'email'], { ...example, customer: { name: 'Ada' } }],
  [['items'], { customer: example.customer }],
  [['items', 0, 'sku'], { ...example, items: [{ ...example.items[0], sku: undefined }] }],
  [['items', 0, 'size'], { ...example, items: [{ sku: 'A', tags: ['x'] }] }],
  [['items', 0, 'size', 'cm'], { ...example, items: [{ ...example.items[0], size: { inch: 3 } }] }],
  [['items', 0, 'tags'], { ...example, items: [{ sku: 'A', size: { cm: 7 } }] }],
])('what is lost with %j hangs on it', (steps, after) => {
  const change = setProperty({ componentId: 'on', name: 'eventDataExample', value: JSON.stringify(after) });
  const lost = impactOf(flow, change.apply(flow), catalogue).map(
    ({ componentId, field }) => `${componentId} ${field}`,
  );
  expect(lost).not.toEqual([]);
  expect(hanging(steps)).toEqual(expect.arrayContaining(lost));
});
