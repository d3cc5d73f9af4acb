import { expect, test } from 'vitest';
import type { Step } from '../../../contract/runs.ts';
import { message } from '../../../flow/messages/message.ts';
import { createTestStore, statesOf } from './test-store.ts';

const step = (stepNo: number, componentId: string, status: Step['status'] = 'completed'): Step => ({
  stepNo,
  componentId,
  componentType: 'a.b.c.D',
  label: '',
  status,
  attempts: 1,
  inPort: 'in',
  senderId: null,
  senderPort: null,
  input: null,
  outputs: [],
  error: null,
  resolution: null,
  warnings: [],
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
});

function begun() {
  const store = createTestStore();
  const { open, begin, take } = store.getState();
  open();
  begin();
  take({ event: 'test:start', data: { runId: 'r1' } });
  return store;
}

test('cards light up as their steps begin and end', () => {
  const store = begun();
  const { take } = store.getState();
  take({ event: 'component:start', data: { componentId: 'a' } });
  expect(store.getState().states).toEqual({ a: 'running' });
  take({ event: 'component:step', data: step(1, 'a') });
  take({ event: 'component:start', data: { componentId: 'b' } });
  take({ event: 'component:output', data: { componentId: 'b', port: 'out', data: 1 } });
  expect(store.getState()).toMatchObject({ runId: 'r1', running: true, steps: [{ componentId: 'a' }] });
  expect(store.getState().states).toEqual({ a: 'completed', b: 'running' });
  take({ event: 'component:step', data: step(2, 'b', 'failed') });
  take({ event: 'test:done', data: { status: 'failed', runId: 'r1' } });
  expect(store.getState()).toMatchObject({ running: false, outcome: 'failed' });
  expect(store.getState().states).toEqual({ a: 'completed', b: 'failed' });
});

test('a component that failed for one message has failed, whatever came of the others', () => {
  const store = begun();
  const { take } = store.getState();
  take({ event: 'component:step', data: step(1, 'a', 'failed') });
  take({ event: 'component:start', data: { componentId: 'a' } });
  take({ event: 'component:step', data: step(2, 'a') });
  expect(store.getState().states).toEqual({ a: 'failed' });
});

test('a cancelled test leaves no card running, and takes nothing more', () => {
  const store = begun();
  const { take, cancel } = store.getState();
  take({ event: 'component:start', data: { componentId: 'a' } });
  cancel();
  take({ event: 'component:step', data: step(1, 'a') });
  expect(store.getState()).toMatchObject({ running: false, outcome: 'cancelled', states: {}, steps: [] });
});

test('what kept a test from running is told, and the next test starts clean; closing forgets all', () => {
  const store = begun();
  const problems = [
    { componentId: 'a', message: 'Required.', said: message('problem.told', { reason: 'Required.' }) },
  ];
  store.getState().take({ event: 'test:error', data: { message: 'No.', problems } });
  expect(store.getState()).toMatchObject({ running: false, outcome: undefined, failure: { problems } });
  store.getState().begin();
  expect(store.getState()).toMatchObject({ running: true, failure: undefined, opened: true });
  store.getState().close();
  expect(store.getState()).toMatchObject({ running: false, opened: false, runId: undefined });
});

const standOf = (...statuses: Step['status'][]) =>
  statesOf(statuses.map((status, index) => step(index, 'a', status)))['a'];

test('of the steps of a component the one that went worst tells how it stands', () => {
  expect(standOf('completed', 'cancelled', 'completed')).toBe('cancelled');
  expect(standOf('cancelled', 'failed')).toBe('failed');
  expect(standOf('completed', 'running')).toBe('running');
});
