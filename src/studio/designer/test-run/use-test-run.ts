import { useEffect, useMemo } from 'react';
import { type TestEvent, testFlow } from '../../../contract/test-run.ts';
import { listen, messageOf } from '../../api/call.ts';
import { testRunText as text } from '../../text/english/test-run.ts';
import { useOpenDocument } from '../document/document-context.ts';
import { useTestStore } from './test-context.ts';

export type TestRun = {
  /** Saves what is unsent, then runs the flow from a trigger; without `data` the trigger needs none. */
  run: (componentId: string, data: { payload: unknown } | undefined) => Promise<void>;
  /** The server cancels the run when nobody listens any more. */
  cancel: () => void;
};

/** Runs tests of the open flow, one at a time; the one under way ends with the panel. */
export function useTestRun(): TestRun {
  const { store: document, autosave } = useOpenDocument();
  const test = useTestStore();
  const actions = useMemo(() => {
    let under: AbortController | undefined;
    return {
      run: async (componentId: string, data: { payload: unknown } | undefined) => {
        const own = new AbortController();
        under = own;
        const { begin, take, fail } = test.getState();
        begin();
        try {
          await autosave.flush();
          if (own.signal.aborted) return;
          await listen(
            testFlow,
            {
              params: { flowId: document.getState().flowId },
              body: { componentId, ...data },
              signal: own.signal,
            },
            (event) => {
              if (!own.signal.aborted)
                take({ event: event.event, data: JSON.parse(event.data) } as TestEvent);
            },
          );
          if (!own.signal.aborted && test.getState().running) fail(text('brokeOff'));
        } catch (error) {
          if (!own.signal.aborted) fail(messageOf(error));
        }
      },
      cancel: () => {
        under?.abort();
        test.getState().cancel();
      },
      /** Its trigger is gone, switched off, or another was chosen: what is under way has nobody to watch it. */
      leave: () => {
        if (!under || under.signal.aborted) return;
        under.abort();
        if (test.getState().running) test.getState().cancel();
      },
    };
  }, [document, autosave, test]);
  useEffect(() => actions.leave, [actions]);
  return actions;
}
