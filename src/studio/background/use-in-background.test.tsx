// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readTolerantJson } from '../../flow/tolerant-json/read-tolerant-json.ts';
import { holdWorker } from './testing/held-worker.ts';
import { useInBackground } from './use-in-background.ts';

const worker = holdWorker();
afterEach(cleanup);

function read(text: string, isQuick = false) {
  return renderHook(
    (props: { text: string; isQuick: boolean }) =>
      useInBackground('readTolerant', props.text, { make: readTolerantJson, isQuick: props.isQuick }),
    { initialProps: { text, isQuick } },
  );
}

test('what is quick is there at once', () => {
  expect(read('{a: 1}', true).result.current.result).toEqual(readTolerantJson('{a: 1}'));
  expect(worker.waiting()).toBe(0);
});

test('while a newer input is at work, what was made of the one before holds, and says so', async () => {
  const { result, rerender } = read('{a: 1}');
  expect(result.current).toMatchObject({ result: undefined, isNewest: false });
  act(() => worker.next());
  await waitFor(() => expect(result.current.isNewest).toBe(true));
  rerender({ text: '{b: 1}', isQuick: false });
  expect(result.current).toMatchObject({ result: readTolerantJson('{a: 1}'), isNewest: false });
  rerender({ text: '{c: 1}', isQuick: false });
  act(() => worker.next());
  act(() => worker.next());
  await waitFor(() =>
    expect(result.current).toMatchObject({ result: readTolerantJson('{c: 1}'), isNewest: true }),
  );
});

test('where the background fails it is done on the page', async () => {
  const { result } = read('{a: 1}');
  act(() => void worker.happen(new Event('error')));
  await waitFor(() =>
    expect(result.current).toMatchObject({ result: readTolerantJson('{a: 1}'), isNewest: true }),
  );
});

function refuse(): never {
  throw new Error('too deep');
}

test('what neither can do is told', async () => {
  const { result } = renderHook(() =>
    useInBackground('readTolerant', '{a: 1}', { make: refuse, isQuick: false }),
  );
  act(() => void worker.happen(new Event('error')));
  await waitFor(() => expect(result.current.failure?.message).toBe('too deep'));
});
