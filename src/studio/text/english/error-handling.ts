import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What becomes of a step that fails. */
export const errorHandlingEnglish = {
  title: 'If this step fails',
  summary: '{{retries}}, then {{way}}.',
  summaryAtOnce: '{{way}}, at once.',
  retries: 'Tries once more|Tries up to {{count}} times more',
  ways: {
    storeUnprocessed: 'the run fails',
    errorPort: 'goes on at “error”',
    stopFlow: 'the flow stops',
  },
  waysAtOnce: {
    storeUnprocessed: 'The run fails',
    errorPort: 'Goes on at “error”',
    stopFlow: 'The flow stops',
  },
  autoRetry: 'Try again by itself',
  autoRetryNote:
    'After about a second, then twice as long each time, 5 minutes at most. What cannot get better, such as an empty URL, is not tried again.',
  maxRetries: 'How often, at most',
  onError: 'When it still fails',
  choices: {
    storeUnprocessed: {
      label: 'The run fails',
      note: 'What follows does not run. The Log keeps the error and the input.',
    },
    errorPort: {
      label: 'Go on at the output “error”',
      note: 'What you connect there gets the error and the input as variables.',
    },
    stopFlow: {
      label: 'Stop the flow',
      note: 'The flow is switched off until somebody starts it again.',
    },
  },
  unconnected: 'Nothing is connected to “error” yet. Until then the run fails.',
  disabled: 'What is connected to “error” is disabled. Until it is not, the run fails.',
  leftOver:
    'A connection leaves from “error”, but nothing arrives there now: what follows is grey.|{{count}} connections leave from “error”, but nothing arrives there now: what follows is grey.',
  useAgain: 'Go on there',
  disconnect: 'Remove the connection|Remove the connections',
} as const satisfies Sentences;

export const errorHandlingText = createArea('error-handling', errorHandlingEnglish);
