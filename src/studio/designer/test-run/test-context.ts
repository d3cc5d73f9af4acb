import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { TestedState, TestState, TestStore } from './test-store.ts';

export const TestContext = createContext<TestStore | undefined>(undefined);

export function useTestStore(): TestStore {
  const store = useContext(TestContext);
  if (!store) throw new Error('There is no test run here: a TestContext is missing.');
  return store;
}

export function useTest<Part>(selector: (state: TestState) => Part): Part {
  return useStore(useTestStore(), selector);
}

/** How a component stands in the test; undefined when no message has reached it. */
export function useTested(componentId: string): TestedState | undefined {
  return useTest(({ states }) => (Object.hasOwn(states, componentId) ? states[componentId] : undefined));
}
