import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The test of a flow in the Designer. */
export const testRunEnglish = {
  title: 'Test',
  close: 'Close the test',
  noTrigger: 'A test begins at a trigger. Add one, such as On App Event.',
  beginAt: 'Begin at',
  run: 'Run test',
  cancel: 'Cancel',
  steps: 'Steps of the test',
  stepCount: '1 step|{{count}} steps',
  about:
    'The flow runs once as it is drawn, whether it is switched on or not. Its calls to other systems are real.',
  starting: 'Starting…',
  notToTheEnd: 'Not run to its end',
  openInLog: 'Open in the Log',
  cannotTest: 'The flow cannot be tested yet',
  failed: 'The test did not go through',
  brokeOff: 'The test broke off before its end.',
  data: {
    label: 'Event data',
    from: 'Take the data from',
    choose: 'Take it from …',
    example: 'Event Data Example',
    sent: 'Sent {{time}}',
    none: 'No event of this name was sent yet',
    invalid: 'This is not valid JSON.',
  },
} as const satisfies Sentences;

export const testRunText = createArea('test-run', testRunEnglish);
