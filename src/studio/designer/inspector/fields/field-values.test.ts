import { expect, test } from 'vitest';
import { fromControl, hasTime, toControl } from './date-value.ts';
import { withoutTaken } from './exclusive-options.ts';
import { pairsOf, textOfPairs } from './key-value-text.ts';
import { choicesOf, keyOf, withStored } from './options.ts';

test('options in every spelling', () => {
  expect(
    choicesOf([
      'ascii',
      { content: 'Two', value: 2 },
      { label: 'Yes', value: true },
      { clearItem: true, content: 'None' },
    ]),
  ).toEqual({
    choices: [
      { key: '"ascii"', label: 'ascii', value: 'ascii' },
      { key: '2', label: 'Two', value: 2 },
      { key: 'true', label: 'Yes', value: true },
    ],
    clear: 'None',
  });
});

test('a stored value that is no option any more is still shown', () => {
  expect(withStored(choicesOf(['a']).choices, 'b').map(({ label }) => label)).toEqual(['a', 'b']);
  expect(withStored([], undefined)).toEqual([]);
});

test('exclusive fields offer what no other row has chosen', () => {
  const fields = { name: { type: 'select', options: ['a', 'b', 'c'] } };
  const rows = [{ name: 'a' }, { name: 'b' }];
  const shown = withoutTaken(fields, ['name'], rows, rows[0]!);
  expect(choicesOf(shown['name']?.options).choices.map(({ key }) => key)).toEqual([keyOf('a'), keyOf('c')]);
  expect(withoutTaken(fields, undefined, rows, rows[0]!)).toBe(fields);
});

test('moments come back as they were stored', () => {
  const stored = '2026-03-01T10:30:00.000Z';
  expect(fromControl(toControl(stored, true), true)).toBe(stored);
  expect(toControl('2026-03-01', false)).toBe('2026-03-01');
  expect(fromControl('2026-03-01', false)).toBe('2026-03-01');
  expect(toControl('no date', true)).toBe('');
  expect(fromControl('', true)).toBeUndefined();
});

test('the time of day is asked for unless the configuration says otherwise', () => {
  expect(hasTime(undefined)).toBe(true);
  expect(hasTime({ enableTime: false })).toBe(false);
  expect(hasTime({ format: 'YYYY-MM-DD' })).toBe(false);
  expect(hasTime({ format: 'YYYY-MM-DD HH:mm' })).toBe(true);
});

test('pairs are a JSON object text; one without a name waits', () => {
  expect(pairsOf('{"a":"x","b":2}')).toEqual([
    { key: 'a', value: 'x' },
    { key: 'b', value: '2' },
  ]);
  expect(pairsOf('[1]')).toBeUndefined();
  expect(pairsOf('{')).toBeUndefined();
  expect(
    textOfPairs([
      { key: 'a', value: 'x' },
      { key: '', value: 'y' },
    ]),
  ).toBe('{"a":"x"}');
  expect(textOfPairs([])).toBe('');
});
