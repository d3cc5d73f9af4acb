import { expect, test } from 'vitest';
import { catalogue } from '../../catalogue.ts';
import { checkConnection } from '../../../flow/connection.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { linkChoices, targetChoices } from './link-choices.ts';

const flow: Descriptor = {
  start: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0, label: 'Start' },
  check: {
    type: 'appmixer.utils.controls.Condition',
    x: 320,
    y: 0,
    label: 'Check',
    source: { in: { start: ['out'] } },
  },
  post: {
    type: 'appmixer.utils.http.Post',
    x: 640,
    y: 0,
    label: 'Post',
    source: { in: { check: ['true'] } },
  },
};
const titles = (from: string, outPort?: string) =>
  targetChoices(flow, catalogue, { from, outPort }).map(({ title }) => title);

test('what comes behind in the flow goes first; each output is a choice', () => {
  expect(titles('check')).toEqual([
    '“true” to Post',
    '“false” to Post',
    '“true” to Start',
    '“false” to Start',
  ]);
  expect(titles('post')).toEqual(['Start', 'Check']);
});

test('of one output only its own', () => {
  expect(titles('check', 'false')).toEqual(['Post', 'Start']);
});

test('a trigger can be chosen, to hear that it takes no input', () => {
  const [choice] = targetChoices(flow, catalogue, { from: 'post' });
  expect(choice!.detail).toBe('Step 1, On Start');
  expect(checkConnection(flow, catalogue, choice!.link).ok).toBe(false);
});

test('the links of a component, those that leave it first', () => {
  expect(linkChoices(flow, catalogue, 'check').map(({ title, detail }) => [title, detail])).toEqual([
    ['To Post', '“true” to “in”'],
    ['From Start', '“out” to “in”'],
  ]);
});
