import { expect, test } from 'vitest';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';
import { manifest } from './manifest.ts';
import { operators } from './operators.ts';

async function portFor(expression: unknown): Promise<string | undefined> {
  const context = testContext({ input: { expression } });
  await behaviour.receive(context);
  expect(context.sent.map((message) => message.content)).toEqual([{}]);
  return context.sent[0]?.port;
}

const row = (input: unknown, operator: string, operands: object | string | number | boolean | null = {}) => ({
  input,
  operator,
  ...(typeof operands === 'object' ? operands : { value: operands }),
});

const cases: [holds: boolean, ReturnType<typeof row>][] = [
  [true, row(5, '=', '5')],
  [true, row('5.0', '=', 5)],
  [true, row(' 5 ', '=', 5)],
  [true, row(true, '=', 'true')],
  [true, row(null, '=', '')],
  [true, row({ a: 1 }, '=', '{"a":1}')],
  [false, row('a', '=', 'A')],
  [false, row(0, '=', '')],
  [false, row('9007199254740993', '=', '9007199254740992')],
  [true, row('a', '!=', 'b')],
  [false, row(5, '!=', '5')],
  [true, row('10', '>', '9')],
  [false, row('9', '>', '10')],
  [false, row(9, '>', 9)],
  [true, row(9, '>=', '9')],
  [true, row('2026-01-31', '<', '2026-02-01')],
  [true, row(-1, '<=', -1)],
  [false, row('many', '<', 5)],
  [false, row('many', '>=', 5)],
  [false, row('', '<', 5)],
  [true, row('12', '%', { divisor: '4' })],
  [false, row(13, '%', { divisor: 4 })],
  [false, row(13, '%', { divisor: 0 })],
  [true, row('', 'empty')],
  [true, row([], 'empty')],
  [true, row(undefined, 'empty')],
  [false, row(0, 'empty')],
  [true, row(false, 'notEmpty')],
  [false, row({}, 'notEmpty')],
  [true, row('an order', 'contains', 'order')],
  [true, row(1234, 'contains', 23)],
  [true, row(['a', 7], 'contains', '7')],
  [false, row(['ab'], 'contains', 'a')],
  [true, row(5, 'range', { rangeMin: 5, rangeMax: 6 })],
  [false, row(5, 'range', { rangeMin: 5, rangeMax: 6, exclusiveMin: true })],
  [true, row('6', 'range', { rangeMin: '5', rangeMax: '6' })],
  [false, row(6, 'range', { rangeMin: 5, rangeMax: 6, exclusiveMax: 'true' })],
  [true, row(-99, 'range', { rangeMax: 6 })],
  [false, row('none', 'range', { rangeMin: 0 })],
  [true, row('order-12', 'regex', { regex: '^order-\\d+$' })],
  [true, row('ORDER', 'regex', { regex: '/order/i' })],
  [false, row('', 'regex', { regex: 'x' })],
];

test.each(cases)('%s: %j', async (holds, condition) => {
  expect(await portFor({ AND: [{ OR: [condition] }] })).toBe(String(holds));
});

const yes = row(1, '=', 1);
const no = row(1, '=', 2);

test('all groups must hold, one row of each is enough', async () => {
  expect(await portFor({ AND: [{ OR: [no, yes] }, { OR: [yes] }] })).toBe('true');
  expect(await portFor({ AND: [{ OR: [no, yes] }, { OR: [no] }] })).toBe('false');
  expect(await portFor({ AND: [yes, { OR: [] }] })).toBe('true');
  expect(await portFor({ OR: [{ AND: [yes, no] }, { AND: [yes] }] })).toBe('true');
});

test.each([undefined, null, {}, { AND: [] }, { AND: [{ OR: [] }] }, { AND: [{}] }, 'x'])(
  'without a condition (%j) the run leaves by false',
  async (expression) => {
    expect(await portFor(expression)).toBe('false');
  },
);

test('a pattern that would go back for ever costs nothing', async () => {
  const endless = row('a'.repeat(40), 'regex', { regex: '^(a+)+b$' });
  expect(await portFor({ AND: [{ OR: Array.from({ length: 60 }, () => endless) }] })).toBe('false');
});

test.each([
  [row('x', 'regex', { regex: '(' }), 'is not a pattern'],
  [row('xy', 'regex', { regex: 'x(?=y)' }), 'uses (?=, and there is no lookaround'],
  [row('xx', 'regex', { regex: '/(x)\\1/i' }), 'uses \\1, and there is no lookaround and no backreference'],
  [row('x', 'regex', { regex: '/x/y' }), 'there is no flag "y"'],
  [row(1, 'constructor'), 'unknown'],
])('%j fails for good', async (condition, told) => {
  const failure = portFor({ AND: [{ OR: [condition] }] });
  await expect(failure).rejects.toThrow(CancelError);
  await expect(failure).rejects.toThrow(told);
});

test('the inspector offers every operator', () => {
  const [port] = manifest.inPorts ?? [];
  const fields = typeof port === 'object' ? port.inspector?.inputs?.['expression']?.fields : undefined;
  const offered = fields?.['operator']?.options?.map((option) => (option as { value: string }).value);
  expect(offered?.toSorted()).toEqual(Object.keys(operators).toSorted());
});
