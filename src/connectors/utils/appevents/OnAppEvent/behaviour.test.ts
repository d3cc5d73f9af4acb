import { expect, test } from 'vitest';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';
import { manifest } from './manifest.ts';
import { outputs } from './outputs.ts';

const staticCall = (eventDataExample: unknown) =>
  behaviour.static?.(
    {
      properties: { generateOutputPortOptions: true, event: 'e', eventDataExample },
      messages: {},
      getWebhookUrl: () => '',
    },
    'out',
  );

const fieldsOf = (eventDataExample: unknown) =>
  outputs({ properties: { eventDataExample }, inputs: {} })['out'];

test('registers its event name when the flow starts', async () => {
  const context = testContext({ properties: { event: 'order-created' } });
  await behaviour.start?.(context);
  expect(context.listeners).toEqual(['order-created']);
  await expect(behaviour.start?.(testContext())).rejects.toThrow(CancelError);
});

test.each([
  ['customer.id', ['customer', 'id']],
  [' lines[0]["odd key"] ', ['lines', '0', 'odd key']],
  ['', undefined],
  [undefined, undefined],
])('keeps the order by %j', async (orderBy, expected) => {
  const context = testContext({ properties: { event: 'e', orderBy } });
  await behaviour.start?.(context);
  expect(context.listenerOptions).toEqual([expected ? { orderBy: expected } : {}]);
});

test('a path that is none keeps the flow from starting', async () => {
  const context = testContext({ properties: { event: 'e', orderBy: 'a..b' } });
  await expect(behaviour.start?.(context)).rejects.toThrow('no path');
});

test.each([{ no: 'A1' }, [1, 2], 'text', null, 0])(
  'emits the body %j wrapped in data, and nothing else',
  async (data) => {
    const context = testContext({
      webhook: { method: 'POST', headers: { a: 'b' }, query: { c: 'd' }, data },
    });
    await behaviour.receive(context);
    expect(context.sent).toEqual([{ port: 'out', content: { data } }]);
  },
);

test('answers a static call with one option that has the schema of the example', async () => {
  expect(await staticCall('{"orderNo":"A1","lines":[{"sku":"x"}]}')).toEqual([
    {
      label: 'Data',
      value: 'data',
      schema: expect.objectContaining({
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'App Event Data',
        type: 'object',
        properties: {
          orderNo: { type: 'string' },
          lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
        },
      }),
    },
  ]);
  expect(await staticCall('[{"a":1}]')).toMatchObject([
    { schema: { title: 'App Event Data Set', type: 'array' } },
  ]);
});

test.each(['{"a":', '', undefined])('an example %j leaves the option without a schema', async (example) => {
  expect(await staticCall(example)).toEqual([{ label: 'Data', value: 'data' }]);
  expect(fieldsOf(example)).toEqual([{ step: 'data', label: 'Data', types: ['unknown'] }]);
});

test.each([
  ['{"no":"A1"}', { no: 'A1' }],
  ['[1]', [1]],
  ['{"no":', {}],
  [undefined, {}],
])('with the example %j a test sends %j', (eventDataExample, data) => {
  expect(behaviour.example?.({ event: 'e', eventDataExample })).toEqual(data);
});

test('the fields of the example stand below data, with types and samples', () => {
  const [data] = fieldsOf('{"email":"ada@example.com","user":{"id":7}}') ?? [];
  expect(data).toMatchObject({ step: 'data', label: 'Data', types: ['object'] });
  expect(data?.children).toMatchObject([
    { step: 'email', types: ['string'], sample: 'ada@example.com' },
    { step: 'user', children: [{ step: 'id', types: ['number'], sample: 7 }] },
  ]);
});

test('its default example is an object with two members', () => {
  const input = manifest.properties?.inspector?.inputs?.['eventDataExample'];
  expect(Object.keys(JSON.parse(String(input?.defaultValue)) as object)).toEqual(['id', 'name']);
});
