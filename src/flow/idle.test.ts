import { expect, test } from 'vitest';
import { inEnglish } from './messages/message.ts';
import { setErrorHandling } from './operations/set-error-handling.ts';
import { setDisabled } from './operations/set-disabled.ts';
import { idleComponents } from './idle.ts';
import { problemsOf } from './problems.ts';
import { testCatalogue as catalogue } from './testing/catalogue.ts';
import { chain, node } from './testing/flow.ts';

const off = { disabled: true };

test('a disabled component and all that only it leads to are idle', () => {
  const flow = { ...chain(4), n1: { ...chain(4)['n1']!, ...off } };
  expect([...idleComponents(flow)].sort()).toEqual(['n1', 'n2', 'n3']);
  expect(idleComponents(chain(4)).size).toBe(0);
});

test('what a message reaches another way runs', () => {
  const flow = {
    t: node('onEvent'),
    a: node('join', { t: ['out'] }, off),
    b: node('join', { t: ['out'] }),
    end: node('join', { a: ['out'], b: ['out'] }),
    tail: node('join', { a: ['out'] }),
  };
  expect([...idleComponents(flow)].sort()).toEqual(['a', 'tail']);
});

test('what only an unused error port leads to is idle until failures go there', () => {
  const flow = {
    t: node('onEvent'),
    post: node('post', { t: ['out'] }),
    failed: node('join', { post: ['error'] }),
    after: node('join', { failed: ['out'] }),
    both: node('join', { post: ['response'], failed: ['out'] }),
  };
  expect([...idleComponents(flow)].sort()).toEqual(['after', 'failed']);
  const sent = setErrorHandling({ componentId: 'post', change: { onError: 'errorPort' } }).apply(flow);
  expect(idleComponents(sent).size).toBe(0);
});

test('idle components have no problems, and a disabled trigger starts nothing', () => {
  const broken = { ...chain(1), post: node('post', { n0: ['out'] }) };
  expect(problemsOf(broken, catalogue)).not.toEqual([]);
  const quiet = setDisabled({ ids: ['post'], disabled: true }).apply(broken);
  expect(problemsOf(quiet, catalogue)).toEqual([]);
  const stopped = setDisabled({ ids: ['n0'], disabled: true }).apply(broken);
  expect(problemsOf(stopped, catalogue)).toMatchObject([{ componentId: '', kind: 'no-trigger' }]);
});

test('setDisabled switches off and on again, and changes nothing where nothing changes', () => {
  const flow = chain(2);
  const disable = setDisabled({ ids: ['n1', 'gone'], disabled: true });
  const quiet = disable.apply(flow);
  expect(quiet['n1']).toEqual({ ...flow['n1'], disabled: true });
  expect(quiet['n0']).toBe(flow['n0']);
  expect(disable.apply(quiet)).toBe(quiet);
  const enable = setDisabled({ ids: ['n0', 'n1'], disabled: false });
  expect(enable.apply(quiet)).toEqual(flow);
  expect([disable.name, enable.name].map(inEnglish)).toEqual(['Disable 2 components', 'Enable 2 components']);
});
