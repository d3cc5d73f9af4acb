import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../messages/message.ts';
import { longestExample, readTolerantJson } from './read-tolerant-json.ts';

/** The value that is understood, and what was changed for it. */
function understood(text: string): { value: unknown; changes: string[] } {
  const reading = readTolerantJson(text);
  if (!reading.ok) throw new Error(`${inEnglish(reading.message)} at ${reading.line}:${reading.column}`);
  return { value: JSON.parse(reading.json) as unknown, changes: reading.changes.map(({ id }) => id) };
}

function isJson(text: string): boolean {
  JSON.parse(text);
  return true;
}

function hasPlace(text: string, { line, column, offset }: { line: number; column: number; offset: number }) {
  const found = text.split(/\r\n?|\n/)[line - 1];
  return offset <= text.length && found !== undefined && column <= found.length + 1;
}

const order = { no: 'A1', total: 12.5, lines: [{ sku: 'x' }], paid: true };

test.each([
  ['a fence', '```json\n{"no": "A1"}\n```', { no: 'A1' }, ['tolerant.fence']],
  ['a chat around it', 'Here it is:\n\n```\n[1]\n```\nBye', [1], ['tolerant.fence']],
  ['a fence within a line', ' ```{"a": "`"}```\n', { a: '`' }, ['tolerant.fence']],
  ['one that names its language', '```json {"a": 1} ```', { a: 1 }, ['tolerant.fence']],
  ['a fence that is not closed', '```json\n{"a": 1}', { a: 1 }, ['tolerant.fence']],
  [
    'a fence in a message that is quoted',
    'Ann wrote:\n> It is\n>\n> ```json\n> {"a":\n> 1}\n> ```\n',
    { a: 1 },
    ['tolerant.fence'],
  ],
  ['one that is quoted twice', '> > ```\n> > [1]\n> > ```', [1], ['tolerant.fence']],
  [
    'JSON behind a command',
    'Run\n```bash\nnpm install x\n```\nand send\n```json\n{"a": 1}\n```\nor\n```\n2\n```',
    { a: 1 },
    ['tolerant.fence'],
  ],
  ['commas at the end', '{"a": [1, 2,],}', { a: [1, 2] }, ['tolerant.commas']],
  [
    'comments',
    '// one\n{ /* two */ "a": 1, # three\n "b": "# // /*" } // four',
    { a: 1, b: '# // /*' },
    ['tolerant.comments'],
  ],
  [
    'a literal of JavaScript',
    "const order = {\n  no: 'A1',\n  'total': 12.50,\n  lines: [{ sku: `x` }],\n  paid: true,\n};",
    order,
    ['tolerant.around', 'tolerant.commas', 'tolerant.keys', 'tolerant.texts'],
  ],
  [
    'an export',
    'export default { $id_1: null } as const;',
    { $id_1: null },
    ['tolerant.around', 'tolerant.keys'],
  ],
  [
    'a dictionary of Python',
    "order = {'no': 'A1', 'total': 12.5, 'lines': [{'sku': 'x'}], 'paid': True}",
    order,
    ['tolerant.around', 'tolerant.keys', 'tolerant.texts', 'tolerant.words'],
  ],
  ['parentheses', '({"a": 1})', { a: 1 }, ['tolerant.around']],
  ['parentheses in a program', 'const x = ({"a": [1]});', { a: [1] }, ['tolerant.around']],
  [
    'our own call',
    `await appmixer.api.sendAppEvent('it\\'s, "new"', {"a": 1});`,
    { a: 1 },
    ['tolerant.around'],
  ],
  ['what curl encodes', `curl x --data-urlencode '{"a": 1}'`, { a: 1 }, ['tolerant.curl']],
  ['what curl encodes without a name', `curl x --data-urlencode '={"a": 1}'`, { a: 1 }, ['tolerant.curl']],
  ['None', '[None, False]', [null, false], ['tolerant.words']],
  [
    'undefined',
    '{a: undefined, b: [undefined], c: 1}',
    { b: [null], c: 1 },
    ['tolerant.keys', 'tolerant.undefined'],
  ],
  ['only undefined', '{"a": undefined}', {}, ['tolerant.undefined']],
  ['NaN', '[NaN, -Infinity]', [null, null], ['tolerant.notNumbers']],
  [
    'other numbers',
    '[0x1F, 1_000, .5, 5., +2, 10n, -0b11, 1.e3]',
    [31, 1000, 0.5, 5, 2, 10, -3, 1000],
    ['tolerant.numbers'],
  ],
  [
    'keys that are numbers',
    '{1: "a", 0x10: "b"}',
    { 1: 'a', 16: 'b' },
    ['tolerant.keys', 'tolerant.numbers'],
  ],
  [
    'escapes of JavaScript',
    String.raw`['it\'s', "\x41\u{1F600}\0"]`,
    ["it's", 'A😀\0'],
    ['tolerant.texts', 'tolerant.escapes'],
  ],
  ['a tab within a text', '{"a\tb": "c\td"}', { 'a\tb': 'c\td' }, ['tolerant.escapes']],
  ['an escape in braces alone', String.raw`["\u{1F600}"]`, ['😀'], ['tolerant.escapes']],
  ['a template of several lines', '[`a\n"b"\\``]', ['a\n"b"`'], ['tolerant.texts', 'tolerant.escapes']],
  [
    'dates',
    `[new Date("2026-01-31"), new Date('2026-01-31T09:30:00+02:00').toISOString(), new Date( 0 ), new Date("2026-01-31T09:30")]`,
    [
      '2026-01-31T00:00:00.000Z',
      '2026-01-31T07:30:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '2026-01-31T09:30:00.000Z',
    ],
    ['tolerant.dates'],
  ],
  [
    'what minifiers make of words',
    '{a:!0,b:!1,c:void 0,d:[void 0]}',
    { a: true, b: false, d: [null] },
    ['tolerant.keys', 'tolerant.words', 'tolerant.undefined'],
  ],
  ['parentheses within', '{"a": (1), "b": ("x"), "c": (({}))}', { a: 1, b: 'x', c: {} }, ['tolerant.around']],
  ['a sign apart', '[- 1, + 2.5, -\n.5]', [-1, 2.5, -0.5], ['tolerant.numbers']],
  ['holes', '[,1,,2,]', [null, 1, null, 2], ['tolerant.commas', 'tolerant.undefined']],
  [
    'texts that are joined',
    `["x" + 'y' +\n  // and\n  \`z\`, "a"]`,
    ['xyz', 'a'],
    ['tolerant.comments', 'tolerant.texts'],
  ],
  ['curly quotes', '{“name”: ‘Ann’}', { name: 'Ann' }, ['tolerant.keys', 'tolerant.texts']],
  ['invisible characters', '\uFEFF{"a":\u00A01}', { a: 1 }, ['tolerant.spaces']],
  ['half of a character', String.raw`{"a": "\ud83d"}`, { a: '\uFFFD' }, ['tolerant.surrogates']],
  ['JSON itself', '{"a": [1, {"b": null}]}', { a: [1, { b: null }] }, []],
  [
    'a key called __proto__',
    '{__proto__: 1, "__proto__ ": 2}',
    JSON.parse('{"__proto__":1,"__proto__ ":2}'),
    ['tolerant.keys'],
  ],
])('%s', (_, text, value, changes) => {
  expect(understood(text)).toEqual({ value, changes });
});

describe('curl', () => {
  test.each([
    [`curl -X POST 'http://x/y' -H 'Content-Type: application/json' -d '{"a": 1}'`, { a: 1 }],
    [`curl http://x \\\n  --data-raw '{"a": "it'\\''s"}' \\\n  --compressed`, { a: "it's" }],
    [`curl http://x --data "{\\"a\\": \\"b c\\"}"`, { a: 'b c' }],
    [`curl http://x --data-binary $'{"a": "it\\'s\\u0021\\\\n"}'`, { a: "it's!\n" }],
    [`$ curl --json '[1,2,]' http://x`, [1, 2]],
    [`curl -sSd'{"a":1}' http://x`, { a: 1 }],
    [`curl --data={a:1} http://x`, { a: 1 }],
    [
      'curl ^"http://x/?a=1^&b=2^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"^{^\\^"a^\\^": ^\\^"5^% ^^ ^\\^\\n^\\^"^}^"',
      { a: '5% ^ \n' },
    ],
    ['curl -X POST http://x -d @- <<EOF\n{\n "a": "it\'s -d \\$5"\n}\nEOF\n', { a: "it's -d $5" }],
    [`curl -d @- http://x <<-'END' | jq -d .\n\t{"a": "\\\\n"}\n\tEND\necho -d done`, { a: '\\n' }],
    [`curl http://x -d @- <<< '{"a": 1}'`, { a: 1 }],
    [`curl --json '{"a": 1,' --json '"b": 2}' http://x`, { a: 1, b: 2 }],
    [`curl -s http://x -d '{"a": "|"}' | jq -d .`, { a: '|' }],
    [`curl http://x?a=1&b=2 -d '{"a": 1}'|jq -d; rm -d x`, { a: 1 }],
    [`curl -H -d -XPOST -o -d -d '{"a": 1}' http://x`, { a: 1 }],
    [`curl --header --data --data '{"a": 1}' http://x#top # -d 'x'`, { a: 1 }],
    [`# It's how\n#  -d '2'\n\nTOKEN='a b' KEY=$X curl http://x -d '{"a": 1}'`, { a: 1 }],
    [`sudo -E TOKEN=x curl http://x -d '{"a": 1}'`, { a: 1 }],
    ['```sh\ncurl http://x -d \'{"a": 1}\'\n```', { a: 1 }],
  ])('%s', (text, value) => {
    const reading = understood(text);
    expect(reading.value).toEqual(value);
    expect(reading.changes).toContain('tolerant.curl');
  });

  test.each([
    ['curl http://x', 'sends no JSON', 1, 1],
    ['curl http://x \\\n -d @body.json', 'in a file', 2, 5],
    [`curl http://x -d 'a=1' -d 'b=2'`, 'several parts', 1, 28],
    ['curl ^"http://x^" ^\n  -d ^"^{^\\^"a^\\^" 1^}^"', 'Expected a colon', 2, 20],
    ['# one\ncurl -d @- <<X\n{"a" 1}\nX', 'Expected a colon', 3, 6],
    ['curl -d @- <<X\n{"a": "\\$", "b" 1}\nX', 'Expected a colon', 2, 17],
    [`curl --json '{"a":' --json ' 1 2}'`, 'comma or }', 1, 32],
    [`curl http://x \\\n  -d '{"it'\\''s": 1,\n  "b" 2}'`, 'Expected a colon', 3, 7],
  ])('%s', (text, said, line, column) => {
    const reading = readTolerantJson(text);
    expect(reading).toMatchObject({ ok: false, line, column });
    expect(!reading.ok && inEnglish(reading.message)).toContain(said);
  });
});

test.each([
  ['', 'no JSON here yet', 1, 1],
  ['hello world', 'hello is a name', 1, 1],
  ['{\n  a: new Date("soon")\n}', 'nothing is run', 2, 6],
  ['{a: new Date()}', 'nothing is run', 1, 5],
  ['{a: new Map([])}', 'nothing is run', 1, 5],
  ['{\n  a() {}\n}', 'nothing is run', 2, 3],
  ['{get a() { return 1 }}', 'nothing is run', 1, 2],
  ['{*a() {}}', 'nothing is run', 1, 2],
  ['{a: !b}', 'nothing is run', 1, 5],
  ['{a: (b, c) => 1}', 'nothing is run', 1, 5],
  ['{a: 60 * 1000}', 'nothing is run', 1, 8],
  ['{a: "x" + b}', 'nothing is run', 1, 9],
  ['{a: (1}', 'needs a )', 1, 7],
  ['{a: (1 2)}', 'comma or )', 1, 8],
  ['{a: Date.now()}', 'nothing is run', 1, 5],
  ['{a: () => 1}', 'nothing is run', 1, 5],
  ['{a, b}', 'a is a name', 1, 2],
  ['{...rest}', 'nothing is run', 1, 2],
  ['{[key]: 1}', 'nothing is run', 1, 2],
  ['{a: `x ${y}`}', 'nothing is run', 1, 8],
  ['[1 2]', 'comma or ]', 1, 4],
  ['{a: 1', 'opened at line 1 is not closed', 1, 6],
  ['{a: [1}', 'needs a ]', 1, 7],
  ['{a: "x\n"}', 'several lines', 1, 7],
  ["['abc", 'is not closed', 1, 6],
  ['{a: 007}', 'must not begin with 0', 1, 5],
  ['{a: 12abc}', '12abc is not a number', 1, 5],
  ['{a: }', 'after the colon', 1, 5],
  ['{a: 1} {b: 2}', 'ends before this', 1, 8],
  ['/* open', 'comment is not closed', 1, 1],
  [String.raw`["\u12"]`, 'four digits', 1, 3],
  ['```json\n{"a": 1,\n "b" 2}\n```', 'Expected a colon', 3, 6],
  ['> ```json\n> {"a": 1,\n>  "b" 2}\n> ```', 'Expected a colon', 3, 8],
  ['```\nnpm i\n```\n\n```\n{"b" 2}\n```\n```\nls\n```', 'Expected a colon', 6, 6],
])('%j is told at its place', (text, said, line, column) => {
  const reading = readTolerantJson(text);
  expect(reading).toMatchObject({ ok: false, line, column });
  expect(!reading.ok && inEnglish(reading.message)).toMatch(new RegExp(said.replace(/[[\](){}+.]/g, '\\$&')));
});

test('a key that stands twice is told, and the last one counts', () => {
  const reading = readTolerantJson('{a: 1, b: {a: 2, c: 3}, a: 4}');
  expect(reading).toMatchObject({ ok: true, hints: [{ id: 'tolerant.twice', values: { key: 'a' } }] });
  expect(understood('{a: 1, b: {a: 2}, a: 4}').value).toEqual({ a: 4, b: { a: 2 } });
});

test('JSON is laid out as JSON.stringify would, whatever it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reading = readTolerantJson(JSON.stringify(value));
      expect(reading).toMatchObject({ ok: true, json: JSON.stringify(value, undefined, 2), changes: [] });
    }),
  );
});

test('any text is understood or told of, at a place that it has', () => {
  const piece = fc.constantFrom(
    ...Array.from('{}[],:"\'`\\/*#-+.eE01xn \n\t\u00a0“”'),
    'a',
    'true',
    'curl -d ',
    '@- <<E\n',
    'new Date(',
    '```\n',
    '> ',
    '(',
    '!',
    '|',
    '$',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 2 }))), (pieces) => {
      const text = pieces.join('');
      const reading = readTolerantJson(text);
      expect(reading.ok ? isJson(reading.json) : hasPlace(text, reading)).toBe(true);
      // What is not changed is sent as it stands.
      const isAsItStands = reading.ok && reading.changes.length === 0;
      expect(!isAsItStands || isJson(text)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('numbers keep every digit', () => {
  expect(readTolerantJson('{id: 12345678901234567890.10}')).toMatchObject({
    json: '{\n  "id": 12345678901234567890.10\n}',
  });
});

test.each([
  ['[', ']'],
  ['{a:', '}'],
])('a depth of 10,000 is refused, not endured: %s', (open, close) => {
  const reading = readTolerantJson(open.repeat(10_000) + close.repeat(10_000));
  expect(reading).toMatchObject({ ok: false, message: { id: 'json.tooDeep' }, line: 1 });
});

test('fifty million characters are refused before anything looks at them', () => {
  const text = 'x'.repeat(50_000_000);
  const start = process.cpuUsage();
  const reading = readTolerantJson(text);
  const { user } = process.cpuUsage(start);
  expect(reading).toMatchObject({ ok: false, message: { id: 'tolerant.tooLong' } });
  expect(user / 1000).toBeLessThan(200);
});

test.each([
  ['quotes that never close', (n: number) => `['${'a'.repeat(n)}`],
  ['backslashes', (n: number) => `["${'\\\\'.repeat(n / 2)}`],
  ['spaces', (n: number) => `${' '.repeat(n)}x`],
  ['digits', (n: number) => `[${'1'.repeat(n)}x]`],
  ['a curl command of quotes', (n: number) => `curl -d ${`'a'"b"\\c`.repeat(n / 10)}`],
  ['fences', (n: number) => 'a\n``\n'.repeat(n / 5)],
  ['fences that hold no JSON', (n: number) => '```\nx y\n```\n'.repeat(n / 12)],
  ['quoted lines', (n: number) => '> ```\n> {\n'.repeat(n / 10)],
  ['a prompt of variables', (n: number) => `${'A=b '.repeat(n / 4)}curl`],
  ['comments before a command', (n: number) => '#\n'.repeat(n / 2)],
  ['a document of a command', (n: number) => `curl -d @- <<E\n${'\\$ E\n'.repeat(n / 5)}`],
  ['texts that are joined', (n: number) => `["a"${'+"a"'.repeat(n / 4)}`],
  ['holes', (n: number) => `[${','.repeat(n)}]`],
  ['signs', (n: number) => `[${'- '.repeat(n / 2)}1]`],
  ['arrows', (n: number) => `[${'(a'.repeat(n / 2)}`],
  ['names', (n: number) => `${'a'.repeat(n)} : `],
  ['comments', (n: number) => '/**/'.repeat(n / 4)],
  ['backticks', (n: number) => `${'`'.repeat(n)}x`],
  ['backticks that are too few to close', (n: number) => `${'`'.repeat(n / 2)}x${'`'.repeat(n / 2 - 1)}`],
  ['tildes', (n: number) => `${'~'.repeat(n)}\``],
])('time grows with the text: %s', (_, make) => {
  const timed = (n: number) => {
    const text = make(n);
    // What else the machine does takes time, and no processor time of this process.
    const start = process.cpuUsage();
    readTolerantJson(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  timed(10_000);
  // Squared, a hundred times the text would take ten thousand times as long.
  expect(timed(longestExample / 5)).toBeLessThan(Math.max(500, timed(longestExample / 500) * 1000));
});

test.each([
  ['{"a": 1e400}', 'tolerant.tooLarge', { number: '1e400' }],
  ['{"a": -1e400}', 'tolerant.tooLarge', { number: '-1e400' }],
  [
    '[12345678901234567890]',
    'tolerant.inexact',
    { number: '12345678901234567890', kept: '12345678901234567168' },
  ],
])('%s has a number that is not kept as it is', (text, id, values) => {
  expect(readTolerantJson(text)).toMatchObject({ ok: true, hints: [{ id, values }] });
});

test.each(['[9007199254740991, 1e21, 0.1, 1.25, 1e-400, 12345678901234567168]', '({"a": 1}', '((1))'])(
  '%s says nothing of its numbers',
  (text) => {
    expect(readTolerantJson(text)).toMatchObject({ ok: true, hints: [] });
  },
);

test('a bracket too many stays an error', () => {
  expect(readTolerantJson('({"a": 1}))')).toMatchObject({ ok: false, offset: 10 });
});
