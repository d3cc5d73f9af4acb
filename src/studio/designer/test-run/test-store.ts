import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Run, Step } from '../../../contract/runs.ts';
import type { TestEvent } from '../../../contract/test-run.ts';
import type { ToldProblem } from './problem-told.ts';

/** How a component stands in the test: what its card shows. */
export type TestedState = Step['status'];

/** Of the steps of a component the first of these tells how it stands. */
const telling: readonly TestedState[] = ['failed', 'running', 'cancelled', 'completed'];

/** What a test has come to so far. */
type Progress = {
  running: boolean;
  /** By component. */
  states: Readonly<Record<string, TestedState>>;
  steps: readonly Step[];
  runId: string | undefined;
  /** How it ended; undefined before that, and when it could not run. */
  outcome: Run['status'] | undefined;
  failure: { message: string; problems: ToldProblem[] } | undefined;
};

export type TestState = Progress & {
  opened: boolean;
  open: () => void;
  /** Closes the panel and forgets the test. */
  close: () => void;
  begin: () => void;
  take: (event: TestEvent) => void;
  cancel: () => void;
  fail: (message: string) => void;
};

export type TestStore = StoreApi<TestState>;

const nothing: Progress = {
  running: false,
  states: {},
  steps: [],
  runId: undefined,
  outcome: undefined,
  failure: undefined,
};

/**
 * The test of the open flow. It is no part of the document: cards read their ring from here, and neither undo nor
 * autosave knows of it.
 *
 * - **idle**: the panel may be open; nothing has run.
 * - **running**: events light up cards and add steps, until one of the two last events, `cancel` or `fail`.
 * - **ended**: what was seen stays until the next test begins or the panel closes.
 */
export function createTestStore(): TestStore {
  return createStore<TestState>()((set, get) => {
    const end = (how: Partial<Progress>) => set({ running: false, states: settled(get().states), ...how });

    return {
      ...nothing,
      opened: false,
      open: () => set({ opened: true }),
      close: () => set({ ...nothing, opened: false }),
      begin: () => set({ ...nothing, running: true }),
      cancel: () => end({ outcome: 'cancelled' }),
      fail: (message) => end({ failure: { message, problems: [] } }),
      take({ event, data }) {
        const { running, states, steps } = get();
        // What still comes in after a cancel is of no interest.
        if (!running) return;
        if (event === 'test:start') set({ runId: data.runId });
        else if (event === 'component:start') set({ states: { ...states, [data.componentId]: 'running' } });
        else if (event === 'component:step') {
          const all = [...steps, data];
          set({ steps: all, states: { ...states, [data.componentId]: stateOf(all, data.componentId) } });
        } else if (event === 'test:done') end({ outcome: data.status });
        else if (event === 'test:error') end({ failure: data });
      },
    };
  });
}

/** How each component stands after these steps. */
export function statesOf(steps: readonly Step[]): Readonly<Record<string, TestedState>> {
  const states = new Map<string, TestedState>();
  for (const { componentId, status } of steps) {
    const both = [states.get(componentId), status];
    states.set(
      componentId,
      telling.find((state) => both.includes(state))!,
    );
  }
  return Object.fromEntries(states);
}

/** A component that several messages reach has failed when one of its steps has. */
function stateOf(steps: Step[], componentId: string): TestedState {
  const failed = steps.some((step) => step.componentId === componentId && step.status === 'failed');
  return failed ? 'failed' : 'completed';
}

/** A step that was cut off neither completed nor failed. */
function settled(states: Progress['states']): Progress['states'] {
  return Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'running'));
}
