import { message } from '../messages/message.ts';
import type { Operation } from './operation.ts';

/** As many runs of one flow as may be at work at once. */
export const mostConcurrency = 10_000;

/**
 * Lets at most so many runs of the flow be at work at once; null: as many as come. A number that is none of these leaves
 * the old one.
 */
export function setConcurrency({ concurrency }: { concurrency: number | null }): Operation {
  const isValid =
    concurrency === null ||
    (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= mostConcurrency);
  return {
    name: message('operation.setConcurrency'),
    apply: (descriptor) => descriptor,
    applyToConcurrency: (current) => (isValid ? concurrency : current),
  };
}
