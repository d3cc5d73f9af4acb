import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { german } from '../text/german/german.ts';
import { speak } from '../text/language.ts';
import { absoluteTime, duration, relativeTime } from './time.ts';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000).toISOString(), now);
const lasting = (ms: number) => duration(now.toISOString(), new Date(now.getTime() + ms).toISOString());

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 min ago'],
  [3599, '59 min ago'],
  [3600, '1 h ago'],
  [86_399, '23 h ago'],
  [86_400, 'yesterday'],
  [2 * 86_400, '2 days ago'],
  [6 * 86_400 + 86_399, '6 days ago'],
])('%i seconds ago reads "%s"', (seconds, text) => {
  expect(ago(seconds)).toBe(text);
});

test('an older time is a date, with the year when it is another one', () => {
  expect(ago(20 * 86_400)).toBe('Feb 18');
  expect(ago(100 * 86_400)).toBe('Nov 30, 2025');
});

test('a clock that lags behind the server reads no future', () => {
  expect(ago(-30)).toBe('just now');
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_940, '59.9 s'],
  [59_999, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [7_440_000, '2 h 4 min'],
])('%i ms last "%s"', (ms, text) => {
  expect(lasting(ms)).toBe(text);
});

describe('in German', () => {
  beforeEach(() => speak('de', [german]));
  afterEach(() => speak('en', []));

  test.each([
    [0, 'gerade eben'],
    [60, 'vor 1 Min.'],
    [86_400, 'gestern'],
    [2 * 86_400, 'vor 2 Tagen'],
    [20 * 86_400, '18. Feb.'],
  ])('%i seconds ago reads "%s"', (seconds, text) => {
    expect(ago(seconds)).toBe(text);
  });

  test.each([
    [1200, '1,2 s'],
    [185_000, '3 Min. 5 s'],
    [7_440_000, '2 Std. 4 Min.'],
  ])('%i ms last "%s"', (ms, text) => {
    expect(lasting(ms)).toBe(text);
  });

  test('a date is written as the language writes it', () => {
    expect(absoluteTime('2026-03-10T12:00:00Z')).toMatch(/^10\.03\.2026, /);
  });
});
