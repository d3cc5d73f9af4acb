import { afterAll, describe, expect, test } from 'vitest';
import { createJavascript } from './javascript.ts';

const javascript = createJavascript();
afterAll(() => javascript.stop());

const run = (text: string, value: unknown = null) =>
  javascript.evaluate({ kind: 'code', text, values: [value] });
const call = (text: string, ...values: unknown[]) => javascript.evaluate({ kind: 'function', text, values });

describe('code', () => {
  test.each([
    ['value.length * 2', 'abc', 6],
    ['(value) => value.toUpperCase()', 'abc', 'ABC'],
    ['function (value) { return value + 1 }', 1, 2],
    ['const [a, b] = value;\nreturn a + b;', [1, 2], 3],
    ['({ total: value.map((n) => n * 2) })', [1, 2], { total: [2, 4] }],
    ['// only a remark\nvalue', 'x', 'x'],
    ['value // and one behind', 'x', 'x'],
    ['null', 1, null],
    ['undefined', 1, undefined],
    ['() => {}', 1, undefined],
    ['let x = 1;', 1, undefined],
    ['new Date(0)', 1, '1970-01-01T00:00:00.000Z'],
    ['NaN', 1, null],
    ['"ěšč 🙂"', 1, 'ěšč 🙂'],
  ])('%s', async (text, value, result) => {
    expect(await run(text, value)).toEqual(result);
  });

  test('a function gets all its values', async () => {
    expect(
      await call('function (value, times, { hash }) { return value.repeat(times) + hash.end }', 'ab', 2, {
        hash: { end: '!' },
      }),
    ).toBe('abab!');
  });

  test('a value that is not given takes the function’s own default', async () => {
    expect(await call('(value, times = 3) => value.repeat(times)', 'a', undefined)).toBe('aaa');
  });

  test('what is no function', async () => {
    await expect(call('1 + 1')).rejects.toThrow('the code is not a function');
  });

  test('the text of an error reaches the author, with its line', async () => {
    await expect(run('const list = value;\n\nreturn list.map(String);', 1)).rejects.toThrow(
      /^TypeError: .*not a function \(line 3\)$/,
    );
    await expect(run('throw new Error("no such customer")')).rejects.toThrow(/^no such customer/);
    await expect(run('throw "plain"')).rejects.toThrow(/^plain$/);
    await expect(run('return value +')).rejects.toThrow(/^SyntaxError: /);
  });
});

describe('reaches nothing', () => {
  test.each(
    'require process fetch setTimeout setInterval console std os navigator window Buffer WebAssembly XMLHttpRequest queueMicrotask structuredClone'.split(
      ' ',
    ),
  )('%s is not there', async (name) => {
    expect(await run(`typeof ${name}`)).toBe('undefined');
  });

  test('no module can be imported', async () => {
    await expect(run('import("node:fs")')).rejects.toThrow('promise');
    await expect(run('import fs from "node:fs"')).rejects.toThrow('SyntaxError');
  });

  test('the constructors of what it is given are its own', async () => {
    expect(await run('value.constructor.constructor("return typeof process")()', {})).toBe('undefined');
    expect(await run('Function("return typeof globalThis.process")()')).toBe('undefined');
  });

  test('what one call changes, the next does not see', async () => {
    expect(await run('Object.prototype.leak = 1; globalThis.leak = 2; ({}).leak')).toBe(undefined);
    await run('return Object.prototype.leak = globalThis.leak = Array.prototype.map = 1');
    expect(await run('[typeof leak, ({}).leak === undefined, value.map((n) => n)]', [1])).toEqual([
      'undefined',
      true,
      [1],
    ]);
  });

  test('code that changes JSON harms itself alone', async () => {
    expect(await run('JSON.stringify = () => "1"; return { a: 1 }')).toEqual({ a: 1 });
    expect(await run('Object.prototype.toJSON = () => 7; return { a: 1 }')).toBe(7);
  });

  test('no prototype comes out', async () => {
    const result = (await run('JSON.parse(\'{"__proto__": {"admin": true}, "a": 1}\')')) as Record<
      string,
      unknown
    >;
    expect(Object.keys(result)).toEqual(['a']);
    expect(result['admin']).toBeUndefined();
  });
});

describe('limits', () => {
  test.each([
    ['while (true) {}', 'longer than 100 ms'],
    ['(function f() { f() })()', 'calls itself too deep'],
    ['const f = () => [1].map(f); f()', 'calls itself too deep'],
    ['"x".repeat(1e9)', 'more than 16 MB'],
    ['Array.from({ length: 1e9 })', /longer than 100 ms|more than 16 MB/],
    [
      'const all = []; while (true) all.push("x".repeat(1e5) + all.length)',
      /longer than 100 ms|more than 16 MB/,
    ],
    ['"x".repeat(2e6)', 'longer than 1000000 characters'],
    ['Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)', 'longer than 100 ms'],
    ['/(a+)+$/.test("a".repeat(40) + "b")', 'longer than 100 ms'],
    ['throw { get message() { while (true) {} } }', /./],
    ['({ toJSON() { while (true) {} } })', 'longer than 100 ms'],
    ['new Proxy({}, { ownKeys() { while (true) {} } })', 'longer than 100 ms'],
    ['async () => 1', 'promise'],
    ['const a = []; a[0] = a; return a', 'TypeError'],
    ['10n ** 1000000n', /./],
  ])('%s', async (text, reason) => {
    const began = performance.now();
    await expect(run(text)).rejects.toThrow(reason);
    expect(performance.now() - began).toBeLessThan(5_000);
    // The next call finds everything as it should be.
    expect(await run('value + 1', 1)).toBe(2);
  });

  test('deep results', async () => {
    await expect(run('let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; return o')).rejects.toThrow(/./);
    expect(await run('1')).toBe(1);
  });

  test('the event loop goes on meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await expect(run('while (true) {}')).rejects.toThrow('100 ms');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  test('calls have their turn one after another', async () => {
    const results = await Promise.all([1, 2, 3].map((n) => run('value * 2', n)));
    expect(results).toEqual([2, 4, 6]);
  });

  test('many calls of one user hold another’s up for one of them at most', async () => {
    const done: string[] = [];
    const of = (owner: string) =>
      javascript
        .evaluate({ kind: 'code', text: 'for (let i = 0; i < 1e5; i++); value', values: [1] }, owner)
        .then(() => done.push(owner));
    await Promise.all([...Array.from({ length: 20 }, () => of('greedy')), of('other')]);
    expect(done.indexOf('other')).toBeLessThan(3);
  });

  test('what is too much of one user is told as something to try again, and others go on', async () => {
    const calls = Array.from({ length: 502 }, () =>
      javascript.evaluate({ kind: 'code', text: 'value', values: [1] }, 'greedy'),
    );
    const other = javascript.evaluate({ kind: 'code', text: 'value', values: [2] }, 'other');
    const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { name: 'NotNow', said: { id: 'reason.codeBusy' } } }]);
    expect(await other).toBe(2);
  });

  test('long code and long values are refused', async () => {
    await expect(run('1'.repeat(100_001))).rejects.toThrow('longer than 100000 characters');
    await expect(run('1', 'x'.repeat(2_000_001))).rejects.toThrow('2000000 characters of JSON');
  });
});
