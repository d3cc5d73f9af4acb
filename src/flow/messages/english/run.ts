import type { Sentences } from '../sentences.ts';

/** What a run notes down. */
export const run = {
  incomplete:
    'One message came here and waited for others, but the run has ended.|{{count}} messages came here and waited for others, but the run has ended.',
  givenUp: {
    workerDied:
      'The engine gave the run up: {{count}} times in a row its worker died while it was at work on this run alone. What follows this step may need more memory than there is.',
    stuck: 'The engine gave the run up: it could not go on with it. {{reason}}',
    noVersion:
      'The engine gave the run up: the version of the flow that it began on cannot be read. Try it again from the trigger.',
    tooManySteps: 'The engine gave the run up: it took more than {{count}} steps.',
  },
  cutOff: {
    effect: 'The run was cancelled while this step was at work: its effect may have happened.',
    pure: 'The run was cancelled while this step was at work.',
  },
  testDoesNotWait: 'A test does not wait: in a live run this step comes at {{until}}.',
} as const satisfies Sentences;
