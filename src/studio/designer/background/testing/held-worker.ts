import { vi } from 'vitest';
import type { Answered, Asked } from '../in-background.ts';
import { jobs } from '../jobs.ts';

/**
 * A worker where the environment has none: it does the real jobs, each when the test lets it. To be called before
 * anything is asked for.
 */
export function holdWorker() {
  const asked: (() => void)[] = [];
  let worker: EventTarget | undefined;
  class HeldWorker extends EventTarget {
    constructor() {
      super();
      // oxlint-disable-next-line unicorn/no-this-assignment -- there is one for the page
      worker = this;
    }
    postMessage({ id, name, input }: Asked) {
      const run: (input: never) => unknown = jobs[name];
      asked.push(() => {
        const data: Answered = { id, ok: true, result: run(input as never) };
        this.dispatchEvent(new MessageEvent('message', { data }));
      });
    }
    terminate() {
      asked.length = 0;
    }
  }
  vi.stubGlobal('Worker', HeldWorker);
  return {
    /** Jobs that were asked for and not done. */
    waiting: () => asked.length,
    /** Does the first job that waits. */
    next: () => asked.shift()?.(),
    /** Something happens to the worker itself. */
    happen: (event: Event) => worker?.dispatchEvent(event),
  };
}
