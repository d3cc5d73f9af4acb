import { jsonText } from '../../text/english/json.ts';
import { type SampleReading, readSampleNow } from './sample-reading.ts';

/** Characters above which a text is read in a worker, so that typing goes on. */
export const workerFrom = 20_000;

type Waiting = { resolve: (reading: SampleReading) => void; reject: (error: Error) => void };

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** The editor's lint and the field tree ask for the same text: the last answer is kept. */
let last: { text: string; reading: Promise<SampleReading> } | undefined;

/** Reads an example, at once or in a worker. */
export function readSample(text: string): Promise<SampleReading> {
  if (last?.text !== text) {
    last = {
      text,
      reading: text.length < workerFrom ? Promise.resolve(readSampleNow(text)) : readInWorker(text),
    };
  }
  return last.reading;
}

function readInWorker(text: string): Promise<SampleReading> {
  worker ??= startWorker();
  const id = ++lastId;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  worker.postMessage({ id, text });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function startWorker(): Worker {
  const started = new Worker(new URL('./sample-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', (event: MessageEvent<{ id: number; reading: SampleReading }>) => {
    waiting.get(event.data.id)?.resolve(event.data.reading);
    waiting.delete(event.data.id);
  });
  started.addEventListener('error', (event) => {
    for (const { reject } of waiting.values())
      reject(new Error(jsonText('unreadable', { reason: event.message })));
    waiting.clear();
    started.terminate();
    worker = undefined;
    last = undefined;
  });
  return started;
}
