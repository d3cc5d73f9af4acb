import { mergeExamples } from '../../../flow/event-contract/merge-examples.ts';
import { textOfData } from '../test-run/test-data.ts';

/** Runs in a Web Worker: merges the examples it is sent and answers with the text of the one. */
self.addEventListener('message', (event: MessageEvent<unknown[]>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  self.postMessage(textOfData(mergeExamples(event.data)));
});
