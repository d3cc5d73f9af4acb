import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What went wrong with a call, where the server had no say in it. */
export const apiEnglish = {
  unreachable: 'The server cannot be reached. Check the connection and try again.',
  noAnswer: 'The server did not answer in time.',
  connectionLost: 'The connection to the server was lost.',
  status: 'The server answered with status {{status}}.',
  unknown: 'Something went wrong.',
} as const satisfies Sentences;

export const apiText = createArea('api', apiEnglish);
