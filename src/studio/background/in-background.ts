import { uiText } from '../text/english/ui.ts';
import type { jobs } from './jobs.ts';

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type InputOf<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type ResultOf<Name extends JobName> = ReturnType<Jobs[Name]>;

export type Asked = { id: number; name: JobName; input: unknown };
export type Answered = { id: number } & ({ ok: true; result: unknown } | { ok: false; reason: string });

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

/** Milliseconds: no job takes as long. One that ran out of memory, or whose worker was ended, never answers. */
const longestJob = 30_000;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Has the worker of the page do a job. Jobs are done one after the other, in the order they were asked for. */
export function inBackground<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> {
  worker ??= startWorker();
  const id = ++lastId;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  worker.postMessage({ id, name, input } satisfies Asked);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    if (waiting.size === 1) watch(worker!);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    watch(started);
    if (data.ok) asked?.resolve(data.result as never);
    else asked?.reject(notDone(data.reason));
  });
  // Its file may be gone after a deployment: then there are no words to it.
  started.addEventListener('error', ({ message }) => giveUp(started, message || uiText('background.gone')));
  started.addEventListener('messageerror', () => giveUp(started, uiText('background.gone')));
  return started;
}

let watchdog: ReturnType<typeof setTimeout> | undefined;

/** Gives a worker up that has not answered for long, while something waits for it. */
function watch(current: Worker): void {
  clearTimeout(watchdog);
  if (waiting.size === 0) return;
  watchdog = setTimeout(() => giveUp(current, uiText('background.silent')), longestJob);
}

/** What waits is told; what is asked for next has a new worker. */
function giveUp(given: Worker, reason: string): void {
  given.terminate();
  if (worker !== given) return;
  worker = undefined;
  clearTimeout(watchdog);
  for (const { reject } of waiting.values()) reject(notDone(reason));
  waiting.clear();
}

function notDone(reason: string): Error {
  return new Error(uiText('background.failed', { reason }));
}
