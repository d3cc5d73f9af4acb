import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeholderOf, placeholderRanges, referenceOf } from './placeholders.ts';

test('ranges are those of the placeholders in the text', () => {
  expect(placeholderRanges('a {{{x}}} b{{{y}}}')).toEqual([
    { from: 2, to: 9, id: 'x' },
    { from: 11, to: 18, id: 'y' },
  ]);
  expect(placeholderRanges('{{x}} {{{')).toEqual([]);
});

test('whatever the text, a range holds exactly its placeholder', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '}', '{{{', '}}}', '\n', '{{{$.a.out["x}}}"]}}}'),
    fc.uuid(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const { from, to, id } of placeholderRanges(text))
        expect(text.slice(from, to)).toBe(placeholderOf(id));
    }),
  );
});

test('the old form is its own reference', () => {
  expect(referenceOf('$.t1.out.data.no', {})).toEqual({ variable: '$.t1.out.data.no' });
  expect(referenceOf('m1', { m1: { variable: '$.t1.out' } })).toEqual({ variable: '$.t1.out' });
  expect(referenceOf('constructor', {})).toBeUndefined();
});
