import { afterEach, expect, test } from 'vitest';
import { message } from '../../flow/messages/message.ts';
import { ApiFailure } from '../api/failure.ts';
import { german } from '../text/german/german.ts';
import { speak } from '../text/language.ts';
import { startReasons } from './start-reasons.ts';

afterEach(() => speak('en', []));

const refused = (problems: unknown) =>
  new ApiFailure({ status: 400, code: 'FLOW_NOT_STARTABLE', message: 'No.', details: { problems } });
const required = { message: 'URL is required.', said: message('problem.required', { field: 'URL' }) };

test('each reason once, in the language of the page', () => {
  expect(startReasons(refused([required, required]))).toEqual(['URL is required.']);
  speak('de', [german]);
  expect(startReasons(refused([required]))).toEqual(['URL muss ausgefüllt sein.']);
});

test('a sentence that this Studio does not know is told in English', () => {
  speak('de', [german]);
  const unknown = { message: 'It is Sunday.', said: { id: 'problem.sunday', values: {} } };
  expect(startReasons(refused([unknown, { message: 'Old.' }, null]))).toEqual(['It is Sunday.', 'Old.']);
});

test('other errors have none', () => {
  expect(startReasons(new Error('No.'))).toEqual([]);
  expect(startReasons(refused(undefined))).toEqual([]);
});
