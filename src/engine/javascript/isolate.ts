import { Worker } from 'node:worker_threads';
import { limits } from './limits.ts';
import type { SandboxCall, SandboxOutcome } from './sandbox.ts';
import type { ThreadAnswer } from './sandbox-thread.ts';

export type Isolate = {
  /** Resolves with what the call came to; one that takes too long is ended. */
  run(call: SandboxCall): Promise<SandboxOutcome>;
  stop(): Promise<void>;
};

type Waiting = { call: SandboxCall; settle: (outcome: SandboxOutcome) => void; fail: (error: Error) => void };

/**
 * One thread for the JavaScript of authors, so that the event loop never waits for it.
 *
 * States: `none` → `starting` (a thread loads) → `idle` ⇄ `busy` (one call is out, others wait in a queue). A call that
 * outlives its time, or breaks the engine, ends the thread (`ending`); when it is gone, `none` again, and the next call
 * begins another.
 */
export function createIsolate(): Isolate {
  const queue: Waiting[] = [];
  let thread: Worker | undefined;
  let state: 'none' | 'starting' | 'idle' | 'busy' | 'ending' = 'none';
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const begin = (): void => {
    state = 'starting';
    const started = new Worker(new URL('./sandbox-thread.ts', import.meta.url), {
      // Beside the limits of the engine: those of the thread that holds it.
      resourceLimits: { maxOldGenerationSizeMb: 64, stackSizeMb: 8 },
      env: {},
      execArgv: [],
    });
    thread = started;
    started.unref();
    timer = setTimeout(() => end(new Error('The thread for JavaScript did not start.')), limits.startMs);
    started.on('message', (message: 'ready' | ThreadAnswer) => {
      if (thread !== started) return;
      clearTimeout(timer);
      if (message !== 'ready') current?.settle(message.outcome);
      current = undefined;
      state = 'idle';
      if (message !== 'ready' && message.broken) end();
      else next();
    });
    started.on('error', (error) => {
      if (thread === started) end(error);
    });
    started.on('exit', () => {
      if (thread === started) end(new Error('The thread for JavaScript has ended.'));
    });
  };

  const next = (): void => {
    if (state === 'none' && queue.length > 0) begin();
    if (state !== 'idle') return;
    current = queue.shift();
    if (!current) return;
    state = 'busy';
    timer = setTimeout(() => {
      current?.settle({ failure: 'time' });
      end();
    }, limits.killMs);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread?.postMessage(current.call);
  };

  /** Ends the thread. With an error nothing that waits can be done: a new thread would meet the same. */
  const end = (error?: Error): void => {
    clearTimeout(timer);
    const ended = thread;
    thread = undefined;
    const failed = [current, ...(error ? queue.splice(0) : [])];
    current = undefined;
    state = 'ending';
    if (error) for (const waiting of failed) waiting?.fail(error);
    const gone = () => {
      state = 'none';
      if (!stopped) next();
    };
    (ended?.terminate() ?? Promise.resolve()).then(gone, gone);
  };

  return {
    run: (call) =>
      new Promise((settle, fail) => {
        if (stopped) return fail(new Error('The engine has stopped.'));
        if (queue.length >= limits.waiting) return fail(new Error('Too much JavaScript waits for its turn.'));
        queue.push({ call, settle, fail });
        next();
      }),
    async stop() {
      stopped = true;
      const running = thread;
      end(new Error('The engine has stopped.'));
      await running?.terminate();
    },
  };
}
