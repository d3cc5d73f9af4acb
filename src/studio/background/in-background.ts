import { messageOf } from '../api/failure.ts';
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

/** There is no background for a job, which says nothing of the job itself: the page can do it. */
export class BackgroundGone extends Error {}

/**
 * Has the worker of the page do a job. Jobs are done one after the other, in the order they were asked for.
 *
 * @throws BackgroundGone where it was not the job that failed
 */
export function inBackground<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> {
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    try {
      worker ??= startWorker();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage({ id, name, input } satisfies Asked);
    } catch (error) {
      reject(gone(messageOf(error)));
      return;
    }
    waiting.set(id, { resolve, reject });
    if (waiting.size === 1) watch(worker);
  });
}

/**
 * As `inBackground`, and on the page, by `make`, where there is no background. A job that broke its worker, or took too
 * long there, would do the same to the page: it fails.
 */
export async function inBackgroundOrHere<Name extends JobName>(
  name: Name,
  input: InputOf<Name>,
  make: (input: InputOf<Name>) => ResultOf<Name>,
): Promise<ResultOf<Name>> {
  try {
    return await inBackground(name, input);
  } catch (error) {
    if (!(error instanceof BackgroundGone)) throw error;
    return make(input);
  }
}

function startWorker(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    // One that was given up may have answered just before.
    if (worker !== started) return;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    watch(started);
    if (data.ok) asked?.resolve(data.result as never);
    else asked?.reject(notDone(data.reason));
  });
  // Its file may be gone after a deployment: then there are no words to it.
  started.addEventListener('error', ({ message }) => giveUp(started, message || undefined));
  started.addEventListener('messageerror', () => giveUp(started));
  return started;
}

let watchdog: ReturnType<typeof setTimeout> | undefined;

/** Gives a worker up that has not answered for long, while something waits for it. */
function watch(current: Worker): void {
  clearTimeout(watchdog);
  if (waiting.size === 0) return;
  watchdog = setTimeout(() => giveUp(current, uiText('background.silent')), longestJob);
}

/** What waits is told; what is asked for next has a new worker. With a `reason` it is the job at work that failed. */
function giveUp(given: Worker, reason?: string): void {
  given.terminate();
  if (worker !== given) return;
  worker = undefined;
  clearTimeout(watchdog);
  const [atWork, ...behind] = waiting.values();
  waiting.clear();
  atWork?.reject(reason === undefined ? gone() : notDone(reason));
  for (const { reject } of behind) reject(gone(reason));
}

function gone(reason: string = uiText('background.gone')): BackgroundGone {
  return new BackgroundGone(failed(reason));
}

function notDone(reason: string): Error {
  return new Error(failed(reason));
}

function failed(reason: string): string {
  return uiText('background.failed', { reason });
}
