import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath, parsePath, resolvePath } from './path.ts';

const anyKey = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'a.b',
    'a"b',
    'a\\b',
    ']',
    '[0]',
    '0',
    '-1',
    '🙂',
    '}}}',
    '\n',
  ),
);
const anyId = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[.[\]]/.test(text));

describe('parsePath', () => {
  test.each([
    ['$.t1.out', []],
    ['$.t1.out.data.no', ['data', 'no']],
    ['$.t1.out.a[0].b[-1]', ['a', 0, 'b', -1]],
    ['$.t1.out["odd key"]["a\\"b"].x-y_z', ['odd key', 'a"b', 'x-y_z']],
    ['$.t1.out.items.0.sku', ['items', '0', 'sku']],
    ['$.t1.out.items.[0].sku', ['items', 0, 'sku']],
    ['$.t1.out.straße', ['straße']],
    ['$.t1.out[""]', ['']],
  ])('%s', (text, steps) => {
    expect(parsePath(text)).toEqual({ componentId: 't1', port: 'out', steps });
  });

  test.each([
    '',
    '$',
    '$.t1',
    '$.t1.',
    't1.out',
    '$.t1.out.',
    '$.t1.out..a',
    '$.t1.out.a b',
    '$.t1.out[',
    '$.t1.out[a]',
    "$.t1.out['a']",
    '$.t1.out["a]',
    '$.t1.out["\\q"]',
    '$.t1.out[01]',
    '$.t1.out[-0]',
    '$.t1.out[0',
    ' $.t1.out',
  ])('is no path: %s', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  test('reads back what formatPath writes, whatever the keys hold', () => {
    const steps = fc.array(fc.oneof(anyKey, fc.integer()));
    fc.assert(
      fc.property(anyId, anyId, steps, (componentId, port, steps) => {
        const path = { componentId, port, steps };
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });
});

test('formatPath quotes only what must be quoted', () => {
  const steps = ['data', 'first-name', 'odd key', 0, -1, ''];
  expect(formatPath({ componentId: 't1', port: 'out', steps })).toBe(
    '$.t1.out.data.first-name["odd key"][0][-1][""]',
  );
});

describe('resolvePath', () => {
  const scope = {
    t1: { out: { data: { items: [{ sku: 'A1' }, { sku: 'B2' }], none: null, text: 'abc', '0': 'zero' } } },
  };
  const at = (text: string): unknown => {
    const path = parsePath(text);
    if (!path) throw new Error(`${text} is no path`);
    return resolvePath(scope, path);
  };

  test.each([
    ['$.t1.out', scope.t1.out],
    ['$.t1.out.data.items[0].sku', 'A1'],
    ['$.t1.out.data.items.1.sku', 'B2'],
    ['$.t1.out.data.items[-1].sku', 'B2'],
    ['$.t1.out.data.items.-2.sku', 'A1'],
    ['$.t1.out.data.0', 'zero'],
    ['$.t1.out.data.none', null],
  ])('%s', (path, value) => {
    expect(at(path)).toEqual(value);
  });

  test.each([
    '$.t2.out',
    '$.t1.in',
    '$.t1.out.data.items[2]',
    '$.t1.out.data.items[-3]',
    '$.t1.out.data.items.length',
    '$.t1.out.data.items.sku',
    '$.t1.out.data[0]',
    '$.t1.out.data.none.x',
    '$.t1.out.data.text.length',
    '$.t1.out.data.text[0]',
    '$.t1.out.__proto__',
    '$.t1.out.data.constructor.name',
    '$.constructor.name',
    '$.__proto__.toString',
    '$.t1.toString.name',
  ])('finds nothing at %s', (path) => {
    expect(at(path)).toBeUndefined();
  });

  test('finds a value below any keys', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyKey, fc.nat(3)), { maxLength: 8 }), (steps) => {
        let value: unknown = 'found';
        for (const step of steps.toReversed()) {
          value =
            typeof step === 'number'
              ? [...Array<null>(step).fill(null), value]
              : Object.fromEntries([[step, value]]);
        }
        expect(resolvePath({ c: { p: value } }, { componentId: 'c', port: 'p', steps })).toBe('found');
      }),
    );
  });
});
