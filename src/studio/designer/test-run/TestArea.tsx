import { Suspense } from 'react';
import { useTest } from './test-context.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

/** Comes when the first test is asked for. */
const TestPanel = lazyPart(() => import('./TestPanel.tsx'));

/** The place of the test below the canvas. */
export function TestArea() {
  const opened = useTest((state) => state.opened);
  return (
    opened && (
      <Suspense fallback={null}>
        <TestPanel />
      </Suspense>
    )
  );
}
