import { afterEach, expect, test } from 'vitest';
import { errorTable } from '../../contract/errors.ts';
import { german } from '../text/german/german.ts';
import { speak } from '../text/language.ts';
import { ApiFailure, messageOf } from './failure.ts';

afterEach(() => speak('en', []));

const failure = (message: string) => new ApiFailure({ status: 404, code: 'NOT_FOUND', message });

test('the usual message of a code is told in the language of the page', () => {
  expect(messageOf(failure(errorTable.NOT_FOUND.message))).toBe('Not found.');
  speak('de', [german]);
  expect(messageOf(failure(errorTable.NOT_FOUND.message))).toBe('Nicht gefunden.');
});

test('what the server says more exactly is told as it is', () => {
  speak('de', [german]);
  expect(messageOf(failure('There is no such flow.'))).toBe('There is no such flow.');
});
