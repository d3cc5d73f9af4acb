import { expect, test } from 'vitest';
import { storedValue } from '../stored-value.ts';
import { configuredDate } from './date-format.ts';
import { fromControl, hasTime, toControl } from './date-value.ts';
import { takenIn, withoutTaken } from './exclusive-options.ts';
import { pairsOf, textOfPairs, withPair } from './key-value-text.ts';
import { choicesOf, keyOf, nothingChosen, withStored } from './options.ts';

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

test('exclusive fields offer what no other row has chosen, and still what empties them', () => {
  const rows = [{ name: 'a' }, { name: 'b' }];
  const options = ['a', 'b', 'c', { clearItem: true, content: 'None' }];
  const taken = takenIn('name', ['name'], rows, rows[0]!);
  const shown = choicesOf(withoutTaken({ type: 'select', options }, taken).options);
  expect(shown.choices.map(({ key }) => key)).toEqual([keyOf('a'), keyOf('c')]);
  expect(shown.clear).toBe('None');
  expect(takenIn('other', ['name'], rows, rows[0]!)).toBeUndefined();
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
    { key: 'b', value: '2', kept: { value: 2 } },
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

test('a value that is no text stays what it is until it is edited itself', () => {
  const pairs = pairsOf('{"n":5,"b":true}')!;
  expect(textOfPairs(withPair(pairs, 1, { value: 'false' }))).toBe('{"n":5,"b":"false"}');
  expect(textOfPairs(withPair(pairs, 0, { key: 'm' }))).toBe('{"m":5,"b":true}');
});

test('a moment in a field of days is the local day, as it is told below the control', () => {
  const stored = new Date(2026, 2, 1, 23, 30).toISOString();
  expect(toControl(stored, false)).toBe('2026-03-01');
  expect(configuredDate(stored, { format: 'YYYY-MM-DD' }, 'en', false)).toBe('2026-03-01');
});

test('a year of five digits, as one types on, is a year', () => {
  const stored = fromControl('12026-03-01T10:30', true)!;
  expect(toControl(stored, true)).toBe('12026-03-01T10:30');
  expect(toControl('12026-03-01', false)).toBe('12026-03-01');
  expect(fromControl('9999999-03-01T10:30', true)).toBeUndefined();
});

test('what empties a choice holds against a default of any type', () => {
  for (const defaultValue of [5, true, 'a'])
    expect(
      storedValue({ type: 'select', defaultValue }, nothingChosen({ type: 'select', defaultValue })),
    ).toBe('');
  expect(storedValue({ type: 'select' }, nothingChosen({ type: 'select' }))).toBeUndefined();
});
