import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { contractFields } from './contract-fields.ts';
import { mergeShapes } from './merge-shapes.ts';
import { shapeOf } from './observe.ts';
import { emptyShape } from './shape.ts';

const seen = [
  { no: 'A1', note: null, lines: [{ sku: 'x' }, { sku: 'y', gift: true }] },
  { no: 'B2', lines: [] },
]
  .map((data) => shapeOf(data, { keepValues: true }))
  .reduce(mergeShapes);

test('each field is told with its types, its share, and an example', () => {
  expect(contractFields(seen)).toEqual([
    { steps: ['no'], share: 1, types: [{ type: 'string', share: 1 }], nullable: false, example: 'A1' },
    { steps: ['note'], share: 0.5, types: [{ type: 'null', share: 1 }], nullable: true },
    { steps: ['lines'], share: 1, types: [{ type: 'array', share: 1 }], nullable: false },
    {
      steps: ['lines', 0, 'sku'],
      share: 1,
      types: [{ type: 'string', share: 1 }],
      nullable: false,
      example: 'x',
    },
    {
      steps: ['lines', 0, 'gift'],
      share: 0.5,
      types: [{ type: 'boolean', share: 1 }],
      nullable: false,
      example: true,
    },
  ]);
});

test('a locked contract is held beside what was seen', () => {
  const { agreement } = readAgreement({
    type: 'object',
    required: ['no'],
    properties: { no: { type: 'string' }, email: { type: 'string' } },
  });
  const fields = contractFields(seen, agreement);
  const agreedOf = (name: string) => fields.find(({ steps }) => steps[0] === name)?.agreed;
  expect(agreedOf('no')).toEqual({ types: ['string'], required: true });
  expect(agreedOf('note')).toBe('unknown');
  expect(fields.find(({ steps }) => steps[0] === 'email')).toMatchObject({ share: 0, types: [] });
});

test('a contract that no event has come for yet shows what was agreed on', () => {
  const { agreement } = readAgreement({ properties: { no: { type: 'string' } } });
  expect(contractFields(emptyShape(), agreement)).toMatchObject([
    { steps: ['no'], types: [], agreed: { types: ['string'], required: false } },
  ]);
});

test('data that is no object is a field itself', () => {
  expect(contractFields(shapeOf('x', { keepValues: true }))).toMatchObject([{ steps: [], example: 'x' }]);
});
