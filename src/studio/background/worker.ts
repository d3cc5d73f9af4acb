import type { Answered, Asked } from './in-background.ts';
import { jobs } from './jobs.ts';

/** Runs in a Web Worker: does one job after the other, and answers under the number each was asked with. */
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  self.postMessage(answerTo(data));
});

function answerTo({ id, name, input }: Asked): Answered {
  const run: (input: never) => unknown = jobs[name];
  try {
    return { id, ok: true, result: run(input as never) };
  } catch (error) {
    return { id, ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
