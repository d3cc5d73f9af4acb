import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { problemsOf } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { fieldOfProblem } from './field-of-problem.ts';

const post = (...from: string[]): Descriptor[string] => ({
  type: 'appmixer.utils.http.Post',
  x: 0,
  y: 0,
  source: { in: Object.fromEntries(from.map((id) => [id, ['out']])) },
});
const fields = (descriptor: Descriptor) =>
  problemsOf(descriptor, catalogue).map((problem) => fieldOfProblem(descriptor, catalogue, problem));

const event: Descriptor[string] = { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, source: {} };

test('a field is called by its label', () => {
  const called = fields({ a: event, p: post('a') });
  expect(called).toContain('Event Name');
  expect(called).toContain('URL');
});

test('where several links fill it, the link is named too', () => {
  expect(fields({ a: event, b: { ...event, label: 'Orders' }, p: post('a', 'b') })).toEqual(
    expect.arrayContaining(['URL, input from On App Event', 'URL, input from Orders']),
  );
});

test('a problem of the whole component has none', () => {
  expect(fields({ x: { type: 'acme.crm.core.Lookup', x: 0, y: 0 } })).toEqual([undefined, undefined]);
});
