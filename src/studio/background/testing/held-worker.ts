import { vi } from 'vitest';
import type { Answered, Asked } from '../in-background.ts';
import { jobs } from '../jobs.ts';

/**
 * A worker where the environment has none: it does the real jobs, each when the test lets it. To be called before
 * anything is asked for.
 */
export function holdWorker() {
  const asked: (() => void)[] = [];
  const workers: EventTarget[] = [];
  class HeldWorker extends EventTarget {
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
  vi.stubGlobal(
    'Worker',
    vi.fn(function start() {
      const worker = new HeldWorker();
      workers.push(worker);
      return worker;
    }),
  );
  return {
    /** Jobs that were asked for and not done. */
    waiting: () => asked.length,
    /** Does the first job that waits. */
    next: () => asked.shift()?.(),
    /** Something happens to the worker itself; to the last, where one was given up. */
    happen: (event: Event) => workers.at(-1)?.dispatchEvent(event),
  };
}
