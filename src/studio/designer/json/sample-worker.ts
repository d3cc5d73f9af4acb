import { readSampleNow } from './sample-reading.ts';

/** Runs in a Web Worker: reads `{ id, text }` and answers `{ id, reading }`. */
self.addEventListener('message', (event: MessageEvent<{ id: number; text: string }>) => {
  const { id, text } = event.data;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  self.postMessage({ id, reading: readSampleNow(text) });
});
