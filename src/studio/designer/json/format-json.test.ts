import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson } from './format-json.ts';
import { pastedDocument, pastedJson } from './pasted-json.ts';
import { readSampleNow } from './sample-reading.ts';

test('any value is laid out as JSON.stringify would', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const laidOut = JSON.stringify(value, undefined, 2);
      expect(formatJson(JSON.stringify(value))).toBe(laidOut);
      expect(formatJson(laidOut)).toBe(laidOut);
    }),
  );
});

test('what would be too long has fewer levels laid out, and no line without end', () => {
  const value = Array.from({ length: 40 }, (_, id) => ({
    id,
    tags: ['a', 'b'],
    none: [],
    sub: { deep: [1, {}] },
  }));
  const text = JSON.stringify(value);
  const whole = JSON.stringify(value, undefined, 2);
  expect(formatJson(text, whole.length)).toBe(whole);
  expect(formatJson(text, whole.length - 600)).toContain('\n    "tags":[\n      "a",\n      "b"\n    ],');
  expect(formatJson(text, whole.length - 600)).toContain('"deep":[1,{}]');
  const records = formatJson(text, text.length + 400);
  expect(records.split('\n')).toHaveLength(42);
  expect(records).toContain('\n  {"id":3,"tags":["a","b"],"none":[],"sub":{"deep":[1,{}]}},\n');
  for (const longest of [0, text.length, text.length + 400, whole.length - 1, whole.length]) {
    const laidOut = formatJson(text, longest);
    expect(JSON.parse(laidOut)).toEqual(value);
    expect(Math.max(...laidOut.split('\n').map((line) => line.length))).toBeLessThan(300);
    expect(laidOut.length).toBeLessThanOrEqual(Math.max(longest, text.length * 1.2));
  }
});

test('what can be short enough is, with the breaks of what stands below the levels laid out', () => {
  const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 50, maxLength: 600 });
  const nested = fc.array(fc.array(row, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(nested, fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
      const text = JSON.stringify(value);
      const least = text.length + Math.ceil(text.length / 200);
      const most = JSON.stringify(value, undefined, 2).length;
      // Few levels fit into little more than the least.
      const longest = least + Math.floor((most - least) * share ** 6);
      const laidOut = formatJson(text, longest);
      expect(laidOut.length).toBeLessThanOrEqual(longest);
      expect(JSON.parse(laidOut)).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('one string may be as long as an example', () => {
  const text = JSON.stringify(['\\"x'.repeat(900_000)]);
  // Shown whole, a difference would be megabytes.
  expect(formatJson(text) === `[\n  ${text.slice(1, -1)}\n]`).toBe(true);
});

test('numbers keep every digit, and a repeated key stays', () => {
  expect(formatJson('{"id":12345678901234567890,"id":1.50}')).toBe(
    '{\n  "id": 12345678901234567890,\n  "id": 1.50\n}',
  );
});

test('the fence of a chat message is no part of pasted JSON', () => {
  expect(pastedJson('```json\n{"a": 1}\n```\n')).toBe('{"a": 1}');
  expect(pastedJson('\uFEFF{"a": "```"}')).toBe('{"a": "```"}');
});

test('a whole document takes the place of a whole one, a part is inserted', () => {
  expect(pastedDocument('{"old": 1}', '{"new":[1]}')).toBe('{\n  "new": [\n    1\n  ]\n}');
  expect(pastedDocument('', '[1]')).toBe('[\n  1\n]');
  expect(pastedDocument('{"old": 1}', '{\n"new": 1 }')).toBe('{\n"new": 1 }');
  const list = JSON.stringify(Array.from({ length: 5_000 }, (_, id) => id));
  expect(pastedDocument('', `{\n"new": ${list}}`)).toContain('{\n  "new": [\n    0,\n    1,\n');
  expect(pastedDocument('{"old": ', '{"new": 1}')).toBeUndefined();
  expect(pastedDocument('{"old": 1}', '"new"')).toBeUndefined();
  expect(pastedDocument('{"old": 1}', '{"new": ')).toBeUndefined();
});

test('other notations take the place of a whole document as they are', () => {
  expect(pastedDocument('{"old": 1}', "{new: 'x'}")).toBe("{new: 'x'}");
  expect(pastedDocument('', "curl -d '{}' http://x")).toBe("curl -d '{}' http://x");
  expect(pastedDocument("{old: 'x'}", '{"new": 1}')).toBe('{\n  "new": 1\n}');
  expect(pastedDocument('{"old": 1}', "curl -d '{' http://x")).toBe("curl -d '{' http://x");
  expect(pastedDocument('{"old": 1}', "'new'")).toBeUndefined();
});

test('a fence around something else stays, for its reader to judge', () => {
  expect(pastedJson('```js\n{a: 1}\n```')).toBe('```js\n{a: 1}\n```');
});

test('a text nested without end, or wide at the bottom of many levels, stays small', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  expect(formatJson(deep).length).toBeLessThan(2 * deep.length);
  expect(JSON.parse(formatJson('{"a":'.repeat(60) + '[1,{}]' + '}'.repeat(60)))).toBeDefined();
  const wide = `${'['.repeat(499)}${'1,'.repeat(20_000)}1${']'.repeat(499)}`;
  expect(formatJson(wide).length).toBeLessThan(2 * wide.length);
  const reading = readSampleNow(`${wide} // as sent`);
  expect(reading.meant.ok && reading.meant.offer?.length).toBeLessThan(2 * wide.length);
  // Indented it would be too long for an example.
  const long = `[[[[[[[[[[[[[[[[[[[[${'1,'.repeat(200_000)}1]]]]]]]]]]]]]]]]]]]]`;
  expect(formatJson(long).length).toBeLessThan(1.01 * long.length);
});
