import { uiText } from '../text/english/ui.ts';
import type { jobs } from './jobs.ts';

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
type InputOf<Name extends JobName> = Parameters<Jobs[Name]>[0];
type ResultOf<Name extends JobName> = ReturnType<Jobs[Name]>;

export type Asked = { id: number; name: JobName; input: unknown };
export type Answered = { id: number } & ({ ok: true; result: unknown } | { ok: false; reason: string });

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

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
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function startWorker(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.result as never);
    else asked?.reject(notDone(data.reason));
  });
  const giveUp = (reason: string) => {
    for (const { reject } of waiting.values()) reject(notDone(reason));
    waiting.clear();
    started.terminate();
    if (worker === started) worker = undefined;
  };
  // Its file may be gone after a deployment: then there are no words to it.
  started.addEventListener('error', ({ message }) => giveUp(message || uiText('background.gone')));
  started.addEventListener('messageerror', () => giveUp(uiText('background.gone')));
  return started;
}

function notDone(reason: string): Error {
  return new Error(uiText('background.failed', { reason }));
}
