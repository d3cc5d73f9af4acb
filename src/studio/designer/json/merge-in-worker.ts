import { jsonText } from '../../text/english/json.ts';

/** The text of one example that has every field of several. Large ones take a while, which nothing waits for. */
export function mergeInWorker(examples: readonly unknown[]): Promise<string> {
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), { type: 'module' });
  const merged = new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<string>) => resolve(event.data));
    worker.addEventListener('error', (event) =>
      reject(new Error(jsonText('unreadable', { reason: event.message }))),
    );
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  worker.postMessage(examples);
  return merged.finally(() => worker.terminate());
}
