import { Worker } from 'node:worker_threads';
import { message, type MessageId } from '../../flow/messages/message.ts';
import { NotNow } from '../../flow/modifiers/not-now.ts';
import { limits } from './limits.ts';
import type { SandboxCall, SandboxOutcome } from './sandbox.ts';
import type { ThreadAnswer } from './sandbox-thread.ts';
import { createTurns } from './turns.ts';

export type Isolate = {
  /**
   * Resolves with what the call came to; one that takes too long is ended. Owners take turns.
   *
   * @throws NotNow when too much waits, and when there is no thread to run it
   */
  run(call: SandboxCall, owner: string): Promise<SandboxOutcome>;
  stop(): Promise<void>;
};

type Waiting = { call: SandboxCall; settle: (outcome: SandboxOutcome) => void; fail: (error: Error) => void };

/**
 * One thread for the JavaScript of authors, so that the event loop never waits for it.
 *
 * States: `none` → `starting` (a thread loads) → `idle` ⇄ `busy` (one call is out, others wait for their turn). A call that
 * outlives its time, or breaks the engine, ends the thread (`ending`); when it is gone, `none` again, and the next call
 * begins another.
 */
export function createIsolate(): Isolate {
  const queue = createTurns<Waiting>({ ofOwner: limits.waitingOfOwner, ofAll: limits.waiting });
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
    timer = setTimeout(() => end(noThread('reason.codeNoStart')), limits.startMs);
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
      if (thread === started) end(noThread('reason.codeThread', error));
    });
    started.on('exit', () => {
      if (thread === started) end(noThread('reason.codeThread'));
    });
  };

  const next = (): void => {
    if (state !== 'idle') return;
    current = queue.next();
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
    const failed = [current, ...(error ? queue.takeAll() : [])];
    current = undefined;
    state = 'ending';
    if (error) for (const waiting of failed) waiting?.fail(error);
    const gone = () => {
      state = 'none';
      if (!stopped && queue.size() > 0) begin();
    };
    (ended?.terminate() ?? Promise.resolve()).then(gone, gone);
  };

  return {
    run: (call, owner) =>
      new Promise((settle, fail) => {
        if (stopped) return fail(noThread('reason.codeStopped'));
        if (!queue.add(owner, { call, settle, fail })) return fail(noThread('reason.codeBusy'));
        if (state === 'none') begin();
        next();
      }),
    async stop() {
      stopped = true;
      const running = thread;
      end(noThread('reason.codeStopped'));
      await running?.terminate();
    },
  };
}

type Trouble = Extract<
  MessageId,
  'reason.codeNoStart' | 'reason.codeThread' | 'reason.codeStopped' | 'reason.codeBusy'
>;

/** None of it is the fault of the code. */
function noThread(id: Trouble, cause?: Error): NotNow {
  return new NotNow(message(id), cause ? { cause } : undefined);
}
