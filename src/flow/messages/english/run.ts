import type { Sentences } from '../sentences.ts';

/** What a run notes down. */
export const run = {
  incomplete:
    'One message came here and waited for others, but the run has ended.|{{count}} messages came here and waited for others, but the run has ended.',
  testDoesNotWait: 'A test does not wait: in a live run this step comes at {{until}}.',
} as const satisfies Sentences;
