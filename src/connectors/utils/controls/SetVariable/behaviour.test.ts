import { expect, test } from 'vitest';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';
import { outputs } from './outputs.ts';

const variables = {
  ADD: [
    { name: 'title', type: 'text', text: 'Order 7' },
    { name: 'note', type: 'textarea', textarea: '' },
    { name: 'count', type: 'number', number: '12.5' },
    { name: 'open', type: 'toggle', toggle: 'true' },
    { name: 'closed', type: 'toggle' },
    { name: 'due', type: 'date-time', 'date-time': '2026-01-01T00:00:00Z' },
    { name: 'whole', type: 'text', text: { id: 7 } },
    { name: 'odd', type: 'number', number: 'many' },
    { text: 'a row without a name' },
  ],
};

test('emits one member per variable, of its type', async () => {
  const context = testContext({ input: { variables } });
  await behaviour.receive(context);
  expect(context.sent).toEqual([
    {
      port: 'out',
      content: {
        title: 'Order 7',
        note: '',
        count: 12.5,
        open: true,
        closed: false,
        due: '2026-01-01T00:00:00Z',
        whole: { id: 7 },
        odd: 'many',
      },
    },
  ]);
});

test.each([{}, { variables: null }, { variables: { ADD: 'x' } }, { variables: { ADD: [null, 3] } }])(
  'emits an empty message for %j',
  async (input) => {
    const context = testContext({ input });
    await behaviour.receive(context);
    expect(context.sent).toEqual([{ port: 'out', content: {} }]);
  },
);

test('tells one typed field per variable', () => {
  expect(outputs({ properties: {}, inputs: { in: { variables } } })['out']?.slice(0, 6)).toEqual([
    { step: 'title', label: 'title', types: ['string'] },
    { step: 'note', label: 'note', types: ['string'] },
    { step: 'count', label: 'count', types: ['number'] },
    { step: 'open', label: 'open', types: ['boolean'] },
    { step: 'closed', label: 'closed', types: ['boolean'] },
    { step: 'due', label: 'due', types: ['string'], format: 'date-time' },
  ]);
  expect(outputs({ properties: {}, inputs: {} })).toEqual({ out: [] });
});

test('answers a static call with one option per variable', async () => {
  const options = await behaviour.static?.(
    {
      properties: { generateOutputPortOptions: true },
      messages: { in: { content: { variables: { ADD: [{ name: 'n', type: 'number', number: 1 }] } } } },
      getWebhookUrl: () => '',
    },
    'out',
  );
  expect(options).toMatchObject([{ label: 'n', value: 'n', schema: { type: 'number' } }]);
});

test('below a variable alone there may be anything, below a text nothing', () => {
  const ADD = [
    { name: 'whole', type: 'text', text: '{{{m}}}' },
    { name: 'words', type: 'text', text: 'To {{{m}}}' },
  ];
  expect(outputs({ properties: {}, inputs: { in: { variables: { ADD } } } })['out']).toEqual([
    { step: 'whole', label: 'whole', types: ['string'], open: true },
    { step: 'words', label: 'words', types: ['string'] },
  ]);
});
