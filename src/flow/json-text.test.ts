import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepestJson, parseJsonText, type JsonText } from './json-text.ts';
import { inEnglish, message } from './messages/message.ts';

test.each([
  ['', 'There is no JSON here yet', 1, 1],
  ['  \n ', 'There is no JSON here yet', 2, 2],
  ['{"a": 1', 'Unexpected end: the { opened at line 1 is not closed', 1, 8],
  ['{\n  "a": [1,\n    2\n', 'Unexpected end: the [ opened at line 2 is not closed', 4, 1],
  ['{"a": "b', 'Unexpected end: the text opened at line 1 is not closed', 1, 9],
  ['{"a": 1,\n "b": 2,\n}', 'Remove this comma: nothing follows it before the }', 2, 8],
  ['[1, 2, ]', 'Remove this comma: nothing follows it before the ]', 1, 6],
  ['{"a": 1\n "b": 2}', 'Expected a comma or } after this value', 2, 2],
  ['[1 2]', 'Expected a comma or ] after this value', 1, 4],
  ['[1,,2]', 'Expected a value before this comma', 1, 4],
  ['{"a" 1}', 'Expected a colon after this key', 1, 6],
  ['{"a":}', 'Expected a value after the colon', 1, 6],
  ['{"a":,}', 'Expected a value after the colon', 1, 6],
  ['{a: 1}', 'A key must be in double quotes', 1, 2],
  ["{'a': 1}", 'A key must be in double quotes', 1, 2],
  ['{1: 1}', 'A key must be in double quotes', 1, 2],
  ['{“a”: 1}', 'A key must be in straight double quotes', 1, 2],
  ['{,}', 'Expected a key before this comma', 1, 2],
  ['{"a": 1,, "b": 2}', 'Expected a key before this comma', 1, 9],
  ['{{"a": 1}}', 'Expected a key or } instead of this {', 1, 2],
  ["['a']", 'A text must be in double quotes', 1, 2],
  ['[‘a’]', 'A text must be in straight double quotes', 1, 2],
  ['[abc]', 'A text must be in double quotes: "abc"', 1, 2],
  ['[True]', 'Write true in small letters', 1, 2],
  ['[None]', 'None is not JSON: use null', 1, 2],
  ['[NaN]', 'NaN is not JSON', 1, 2],
  ['[-Infinity]', '-Infinity is not a JSON number', 1, 2],
  ['[undefined]', 'undefined is not JSON', 1, 2],
  ['[+1]', 'A number must not begin with +', 1, 2],
  ['[007]', 'A number must not begin with 0', 1, 2],
  ['[0x1F]', 'A number must not begin with 0', 1, 2],
  ['[.5]', 'A number needs a digit before its decimal point', 1, 2],
  ['[1.]', 'A number needs a digit after its decimal point', 1, 2],
  ['[-]', 'A minus must be followed by a digit', 1, 2],
  ['[1e]', '1e is not a number', 1, 2],
  ['// hi\n{}', 'Comments are not allowed in JSON', 1, 1],
  ['{ /* hi */ "a": 1}', 'Comments are not allowed in JSON', 1, 3],
  ['{"a": 1 // hi\n}', 'Comments are not allowed in JSON', 1, 9],
  ['{"a": 1} // hi', 'Comments are not allowed in JSON', 1, 10],
  ['{"a": 1}}', 'There is no open bracket that this } could close', 1, 9],
  ['{"a": 1} {"b": 2}', 'The JSON value ends before this', 1, 10],
  ['{"a": [1}', 'The [ opened at line 1 needs a ], not a }', 1, 9],
  ['[{"a": 1]', 'The { opened at line 1 needs a }, not a ]', 1, 9],
  ['[}', 'The [ opened at line 1 needs a ], not a }', 1, 2],
  ['"a\nb"', 'A text cannot go over several lines', 1, 3],
  ['"a\tb"', 'A tab in a text must be written as \\t', 1, 3],
  ['"a\u0001b"', 'A control character in a text must be written as \\u0001', 1, 3],
  ['"C:\\dir"', 'This is no escape JSON knows', 1, 4],
  ['"\\u12G4"', 'A \\u must be followed by four digits', 1, 2],
  ['{"a":\u00a01}', 'The invisible character \\u00a0 is not allowed here', 1, 6],
  ['\ufeff{}', 'The invisible character \\ufeff is not allowed here', 1, 1],
  ['{"a": 1\u00a0}', 'The invisible character \\u00a0 is not allowed here', 1, 8],
  ['{\r\n"a": 1,\r\n"b" 2}', 'Expected a colon after this key', 3, 5],
])('%j', (text, message, line, column) => {
  const result = parseJsonText(text);
  expect(result).toMatchObject({ ok: false, line, column });
  expect(!result.ok && inEnglish(result.message)).toContain(message);
});

/** JSON has no infinite number. */
function storable(_key: string, value: unknown): unknown {
  return value === Infinity || value === -Infinity ? null : value;
}

/** What JSON.parse says of a text. */
function parsed(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text, storable) as unknown };
  } catch {
    return { ok: false };
  }
}

/** An error in our own words, at a place that the text has. */
function wellFormed(text: string, result: JsonText): boolean {
  if (result.ok) return true;
  const line = text.split(/\r\n?|\n/)[result.line - 1];
  const inLine = line !== undefined && result.column >= 1 && result.column <= line.length + 1;
  const inText = result.offset >= 0 && result.offset <= text.length;
  return inLine && inText && !/JSON at position|JSON input/.test(inEnglish(result.message));
}

function lists(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

describe('agrees with JSON.parse', () => {
  test('on JSON of any kind', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        const result = parseJsonText(text);
        expect(result.ok ? result : { ok: false }).toEqual(parsed(text));
        expect(wellFormed(text, result)).toBe(true);
      }),
    );
  });

  test('on JSON with a piece changed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...Array.from('{}[],:"\'\\/-+.eE01tfn \n\r\t\u00a0'),
        'null',
        'tru',
        '\\u00',
        '//',
        '"a":',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(3), piece, (json, place, removed, piece) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + piece + json.slice(at + removed);
        const result = parseJsonText(text);
        expect(result.ok ? result : { ok: false }).toEqual(parsed(text));
        expect(wellFormed(text, result)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('on runs of JSON tokens', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '01',
      '"',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        const result = parseJsonText(text);
        expect(result.ok ? result : { ok: false }).toEqual(parsed(text));
        expect(wellFormed(text, result)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('depth', () => {
  test(`${String(deepestJson)} levels are read, one more is an error where it opens`, () => {
    expect(parseJsonText(lists(deepestJson)).ok).toBe(true);
    expect(parseJsonText(lists(deepestJson + 1))).toEqual({
      ok: false,
      message: message('json.tooDeep', { levels: 500 }),
      line: 1,
      column: deepestJson + 1,
      offset: deepestJson,
    });
  });

  test('brackets in texts do not count', () => {
    expect(parseJsonText(JSON.stringify(['\\"', '['.repeat(1_000), '{"'.repeat(1_000)])).ok).toBe(true);
  });

  test('100,000 levels, closed or not, do not exhaust the stack', () => {
    expect(parseJsonText(lists(100_000)).ok).toBe(false);
    expect(parseJsonText('{"a":'.repeat(100_000)).ok).toBe(false);
  });
});

test('a number that is too large is null, as it is once it was stored', () => {
  expect(parseJsonText('{"a": 1e400, "b": [-1e999], "c": 1e100, "d": "1e400"}')).toEqual({
    ok: true,
    value: { a: null, b: [null], c: 1e100, d: '1e400' },
  });
});
