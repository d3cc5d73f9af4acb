import { expect, test } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { errorHandlingOf, errorLinks, errorsArrive } from '../error-handling.ts';
import { node } from '../testing/flow.ts';
import { setErrorHandling } from './set-error-handling.ts';

const flow: Descriptor = {
  event: node('onEvent'),
  post: node('post', { event: ['out'] }, { remark: 'kept' }),
  failed: node('join', { post: ['error'] }),
};
const set = (change: Parameters<typeof setErrorHandling>[0]['change']) =>
  setErrorHandling({ componentId: 'post', change });

test('only what differs from the usual is kept, and nothing when nothing does', () => {
  const twice = set({ maxRetries: 2 }).apply(flow);
  expect(twice.post).toEqual({ ...flow.post, errorHandling: { maxRetries: 2 } });
  expect(twice.event).toBe(flow.event);
  expect(errorHandlingOf(twice.post!)).toEqual({
    autoRetry: true,
    maxRetries: 2,
    onError: 'storeUnprocessed',
  });
  const both = set({ autoRetry: false, onError: 'stopFlow' }).apply(twice);
  expect(both.post!.errorHandling).toEqual({ autoRetry: false, maxRetries: 2, onError: 'stopFlow' });
  const usual = set({ autoRetry: true, maxRetries: 5, onError: 'storeUnprocessed' }).apply(both);
  expect(usual.post).toEqual(flow.post);
  expect(usual.post).not.toHaveProperty('errorHandling');
});

test('keys it does not know stay, and the usual spelled out is the usual', () => {
  const spelled = { ...flow, post: { ...flow.post!, errorHandling: { autoRetry: true, alert: 'ops' } } };
  expect(set({ autoRetry: true }).apply(spelled)).toBe(spelled);
  const changed = set({ onError: 'errorPort' }).apply(spelled);
  expect(changed.post!.errorHandling).toEqual({ alert: 'ops', onError: 'errorPort' });
  expect(set({ onError: 'storeUnprocessed' }).apply(changed).post!.errorHandling).toEqual({ alert: 'ops' });
});

test('errors arrive where a link leads to a component that is not disabled', () => {
  expect(errorsArrive(flow, 'post')).toBe(true);
  expect(errorsArrive({ ...flow, failed: { ...flow.failed!, disabled: true } }, 'post')).toBe(false);
  expect(errorsArrive(flow, 'event')).toBe(false);
});

test('links out of the error port stay when another way is chosen', () => {
  const chosen = set({ onError: 'errorPort' }).apply(flow);
  const back = set({ onError: 'storeUnprocessed' }).apply(chosen);
  expect(errorLinks(back, 'post')).toEqual([{ from: 'post', outPort: 'error', to: 'failed', inPort: 'in' }]);
  expect(set({ onError: 'errorPort' }).apply({})).toEqual({});
});
