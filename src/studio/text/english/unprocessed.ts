import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What failed runs left undone, trying it again or giving it up; and cancelling runs. */
export const unprocessedEnglish = {
  views: 'What is listed',
  allRuns: 'All runs',
  unprocessed: 'Unprocessed',
  unprocessedCount: 'Unprocessed ({{number}})',
  badge: '1 message unprocessed|{{count}} messages unprocessed',
  loading: 'Loading what is unprocessed',
  notLoaded: 'What is unprocessed could not be loaded',
  loadMore: 'Load more',
  columns: { choose: 'Choose', message: 'Step', reason: 'Why it failed', when: 'Failed', actions: 'Actions' },
  flowStopped: 'Flow stopped',
  choose: 'Choose {{step}} in {{flow}}',
  chooseAll: 'Choose all',
  chosen: '1 chosen|{{count}} chosen',
  none: {
    title: 'Nothing is unprocessed',
    text: 'When a step fails for good, its message waits here until you try it again or discard it.',
    ofFlow: 'No step of this flow has failed for good.',
    showAll: 'Show all flows',
  },
  retry: {
    label: 'Try again',
    of: 'Try again: {{step}} in {{flow}}',
    fromStep: 'From the failed step',
    fromStepNote: 'What was done is not done again. The flow is taken as it was then.',
    fromTrigger: 'From the trigger',
    fromTriggerNote: 'A new run of the same event, through the flow as it is now.',
    done: '1 message is tried again|{{count}} messages are tried again',
    left: '1 message stays: its flow is stopped, or its event is gone.|{{count}} messages stay: their flows are stopped, or their events are gone.',
    failed: 'It could not be tried again',
  },
  discard: {
    label: 'Discard',
    of: 'Discard {{step}} in {{flow}}',
    title: 'Discard 1 message?|Discard {{count}} messages?',
    text: 'It will not be tried again. Its run stays in the Log as failed.|They will not be tried again. Their runs stay in the Log as failed.',
    done: '1 message was discarded|{{count}} messages were discarded',
    failed: 'It could not be discarded',
  },
  cancel: {
    label: 'Cancel run',
    of: 'Cancel the run of {{flow}}',
    done: 'The run was cancelled',
    failed: 'The run could not be cancelled',
  },
  run: {
    again: 'Again from {{run}}',
    earlier: 'an earlier run',
    discarded: 'Discarded',
    restarted: 'Tried again in a new run',
  },
} as const satisfies Sentences;

export const unprocessedText = createArea('unprocessed', unprocessedEnglish);
