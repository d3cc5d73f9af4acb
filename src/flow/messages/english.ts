import { operation } from './english/operation.ts';
import type { Sentences } from './sentences.ts';

/** Every sentence that the meaning of a flow gives rise to, in English. `message.ts` tells how they are used. */
export const english = {
  operation,
  connection: {
    gone: 'This component is no longer in the flow.',
    toItself: 'A component cannot be connected to itself.',
  },
} as const satisfies Sentences;
