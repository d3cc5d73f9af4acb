import { describe, expect, test } from 'vitest';
import { findModifier } from './catalogue.ts';
import { testEnvironment } from './testing/environment.ts';

const apply = (name: string, value: unknown, args: Record<string, unknown> = {}): unknown =>
  findModifier(name)!.apply(value, args, testEnvironment);

describe('numbers', () => {
  test.each([
    ['g_round', 1.005, { places: 2 }, 1.01],
    ['g_round', -2.5, {}, -3],
    ['g_round', 1234.5, { places: -2 }, 1200],
    ['g_round', '2.675', { places: '2' }, 2.68],
    ['g_floor', -1.5, {}, -2],
    ['g_ceil', -1.5, {}, -1],
    ['g_floor', 0.1 + 0.2, { places: 1 }, 0.3],
    ['g_mul', 1.1, { number: 3 }, 3.3],
    ['g_div', 0.3, { number: 0.1 }, 3],
    ['g_mod', -7, { number: 3 }, 2],
    ['g_mod', 0.3, { number: 0.1 }, 0],
    ['g_add', '9007199254740993', { number: 0.5 }, 9_007_199_254_740_992],
    ['g_toNumber', ' 1,299.50 ', {}, 1299.5],
    ['g_toNumber', "1'299", {}, 1299],
    ['g_toNumber', true, {}, 1],
    ['g_formatNumber', 1e21, { locale: 'en', plain: true }, '1000000000000000000000'],
    ['g_formatBytes', 1536, { base: '1024' }, '1.5 KiB'],
  ])('%s of %j with %j', (name, value, args, result) => {
    expect(apply(name, value, args)).toBe(result);
  });

  test.each([
    ['g_add', 'abc', { number: 1 }, '"abc" is not a number'],
    ['g_add', '', { number: 1 }, '"" is not a number'],
    ['g_add', '0x10', { number: 1 }, '"0x10" is not a number'],
    ['g_add', [], { number: 1 }, 'it needs a number, not a list'],
    ['g_add', true, { number: 1 }, 'it needs a number, not a boolean'],
    ['g_div', 1, { number: 0 }, 'division by zero'],
    ['g_pow', 10, { exponent: 1000 }, 'the result is not a number'],
    ['g_sqrt', -1, {}, 'a negative number has no square root'],
    ['g_round', 1, { places: 1.5 }, 'its argument "Places" must be a whole number'],
    ['g_round', 1, { places: 99 }, 'its argument "Places" must be from -15 to 15'],
    ['g_sum', [1, 'x'], {}, 'item 2 of the list: "x" is not a number'],
    ['g_formatCurrency', 1, { currency: 'euro' }, 'there is no currency "euro"'],
  ])('%s of %j with %j fails', (name, value, args, reason) => {
    expect(() => apply(name, value, args)).toThrow(reason);
  });
});

describe('texts', () => {
  test('characters are those that people count', () => {
    expect(apply('g_reverse', 'né👨‍👩‍👧')).toBe('👨‍👩‍👧én');
    expect(apply('g_substring', '👨‍👩‍👧ab', { start: 0, end: 2 })).toBe('👨‍👩‍👧a');
  });

  test('what replaces is taken as it is', () => {
    expect(apply('g_replace', 'a.b.c', { search: '.', replacement: '$&' })).toBe('a$&b$&c');
    expect(apply('g_replace', 'A.a.', { search: 'a.', replacement: '$1', ignoreCase: true })).toBe('$1$1');
  });

  test('separators may be line breaks', () => {
    expect(apply('g_split', 'a\nb', { separator: '\\n' })).toEqual(['a', 'b']);
    expect(apply('g_join', ['a', 'b'], { separator: '\\t' })).toBe('a\tb');
    expect(apply('g_join', ['a', 'b'], { separator: '' })).toBe('ab');
  });

  test('HTML that is none stays', () => {
    expect(apply('g_stripHtml', 'a < b and <!-- no > --><i>c</i>')).toBe('a < b and c');
    expect(apply('g_htmlUnescape', '&nope; &#0; &#xD800; &amp;lt;')).toBe('&nope; &#0; &#xD800; &lt;');
  });

  test.each([
    ['g_repeat', 'ab', { count: 1e9 }],
    ['g_replace', 'a'.repeat(10_000), { search: 'a', replacement: 'b'.repeat(10_000) }],
  ])('%s makes nothing too long', (name, value, args) => {
    expect(() => apply(name, value, args)).toThrow('the result would be longer than 10000000 characters');
  });

  test.each([
    ['g_base64Decode', '%%%', 'not Base64'],
    ['g_base64Decode', '/w==', 'not Base64 of a text'],
    ['g_hexDecode', 'abc', 'not hexadecimal'],
    ['g_urlDecode', '%E0%A4%A', 'not URL-encoded'],
    ['g_parse', '{', 'it is not JSON'],
    ['g_toBoolean', 'maybe', 'means neither true nor false'],
    ['g_parseUrl', 'nowhere', 'not a URL'],
  ])('%s of %j fails', (name, value, reason) => {
    expect(() => apply(name, value)).toThrow(reason);
  });
});

function outcomeOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('patterns', () => {
  test.each([
    ['g_regex', 'Order A1', { pattern: '(?P<letter>[A-Z])(?<digit>\\d)', group: 'digit' }, '1'],
    ['g_regex', 'Order', { pattern: 'o', flags: 'i' }, 'O'],
    ['g_regex', 'Order', { pattern: 'x' }, undefined],
    ['g_regexReplace', 'aXbX', { pattern: 'x', flags: 'gi', replacement: '[$&$$]' }, 'a[X$]b[X$]'],
    [
      'g_regexReplace',
      'John Doe',
      { pattern: '(?<f>\\w+) (?<l>\\w+)', replacement: '$<l>, $<f>' },
      'Doe, John',
    ],
    ['g_regexAll', 'a\nb', { pattern: '^.$', flags: 'm' }, ['a', 'b']],
    ['g_regexSplit', 'abc', { pattern: '' }, ['a', 'b', 'c']],
  ])('%s of %j with %j', (name, value, args, result) => {
    expect(apply(name, value, args)).toEqual(result);
  });

  test.each([
    [{ pattern: '(' }, 'is not a pattern'],
    [{ pattern: '(a)\\1' }, 'the pattern uses \\1, and there is no lookaround and no backreference'],
    [{ pattern: 'a(?=b)' }, 'the pattern uses (?=,'],
    [{ pattern: 'a', flags: 'y' }, 'there is no flag "y"'],
    [{ pattern: 'a', group: '2' }, 'the pattern has no group 2'],
  ])('%j fails', (args, reason) => {
    expect(() => apply('g_regex', 'a', args)).toThrow(reason);
  });

  test.each([
    ['g_regexTest', '(a+)+$', `${'a'.repeat(50_000)}b`],
    ['g_regexTest', '(a|aa)+$', `${'a'.repeat(50_000)}b`],
    ['g_regexTest', '(.*)*,(.*)*,(.*)*x', 'a,'.repeat(20_000)],
    ['g_regexAll', 'x*y|x', 'x'.repeat(100_000)],
    ['g_regexTest', '(?:a{0,900}){0,1}(?:b{0,900})c', 'ab'.repeat(400_000)],
  ])('%s by %s hangs nothing', (name, pattern, value) => {
    const began = performance.now();
    expect(outcomeOf(() => apply(name, value, { pattern }))).toMatch(/^(done|the pattern takes too long)/);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  test.each([
    ["$[?match(@, 'a.|b')]", ['ab', 'b', 'xab'], ['ab', 'b']],
    ["$[?search(@, 'a')]", ['xab', 'b', 1], ['xab']],
    // With a backtracking engine each further letter doubles the time.
    ["$[?search(@, '(a+)+b')]", [`${'a'.repeat(28)}c`], []],
    ["$[?match(@, '(a+)+b')]", [`${'a'.repeat(28)}c`], []],
  ])('of a query hang nothing: %s', (query, value, result) => {
    const began = performance.now();
    expect(apply('g_jsonPath', value, { query })).toEqual(result);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

const polluted = () => (({}) as Record<string, unknown>)['polluted'];

describe('no prototype is reached', () => {
  test.each([
    ['g_parse', '{"__proto__": {"polluted": 1}, "\\u005f_proto__": {"polluted": 1}}', {}],
    ['g_set', {}, { path: '__proto__.polluted', value: 1 }],
    ['g_set', {}, { path: 'constructor.prototype.polluted', value: 1 }],
    ['g_fromEntries', [['__proto__', { polluted: 1 }]], {}],
    ['g_merge', {}, { object: '{"__proto__": {"polluted": 1}}' }],
    ['g_renameKey', { a: { polluted: 1 } }, { from: 'a', to: '__proto__' }],
    ['g_unflattenObject', { '__proto__.polluted': 1 }, {}],
    ['g_parseQueryString', '__proto__=polluted', {}],
    ['g_groupBy', [{ k: '__proto__', polluted: 1 }], { path: 'k' }],
    ['g_invert', { polluted: '__proto__' }, {}],
  ])('%s of %j with %j', (name, value, args) => {
    const result = apply(name, value, args) as Record<string, unknown>;
    expect(result['polluted']).toBeUndefined();
    expect(Object.hasOwn(result, '__proto__')).toBe(false);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(polluted()).toBeUndefined();
  });

  test('nor by the names of a table', () => {
    const [row] = apply('g_parseCsv', '__proto__,b\n1,2') as object[];
    expect(Object.keys(row!)).toEqual(['b']);
  });

  test('nor read', () => {
    expect(apply('g_get', {}, { path: 'constructor' })).toBeUndefined();
    expect(apply('g_lookup', 'constructor', { table: '{}' })).toBeUndefined();
    expect(apply('g_template', {}, { template: '{constructor}{__proto__}' })).toBe('');
  });
});

test('a value too deep to be written says so', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(() => findModifier('g_stringify')!.apply(deep, {}, testEnvironment)).toThrow('nested too deep');
});
