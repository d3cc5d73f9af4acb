// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useTyping } from './use-typing.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a mark holds for its own moment, whatever was marked just before', () => {
  vi.useFakeTimers();
  const { pasted, markWhole } = renderHook(() => useTyping()).result.current;
  const seen: (string | undefined)[] = [];
  markWhole('a');
  setTimeout(() => seen.push(pasted()));
  markWhole('b');
  vi.runAllTimers();
  expect(seen).toEqual(['b']);
  expect(pasted()).toBeUndefined();
});
