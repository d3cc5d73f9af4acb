import classes from './TestRing.module.css';
import { useTested } from './test-context.ts';

/** Around a card: how its component stands in the test. The panel of the test says the same in words. */
export function TestRing({ componentId }: { componentId: string }) {
  const state = useTested(componentId);
  return state && <span className={classes['ring']} data-tested={state} aria-hidden />;
}
