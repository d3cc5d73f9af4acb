import { expect, test } from 'vitest';
import { readMeantJson } from './meant-json.ts';

async function sent(text: string): Promise<string> {
  const meant = await readMeantJson(text);
  return meant.ok ? meant.json.text() : '';
}

test('what is JSON is sent as it stands', async () => {
  expect(await sent('{"a":\t[1 , 2]}')).toBe('{"a":\t[1 , 2]}');
});

test.each([
  ['a raw tab', '{"a": "x\ty"}', { a: 'x\ty' }],
  ['an escape in braces', String.raw`{"a": "\u{1F600}"}`, { a: '😀' }],
])('%s within a text is sent as JSON has it', async (_, text, value) => {
  expect(JSON.parse(await sent(text))).toEqual(value);
});
