import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Addresses that lead to a component. */
export const deepLinkEnglish = {
  gone: {
    title: 'This component is not here',
    text: 'The address names a component that is no longer in the flow.',
  },
} as const satisfies Sentences;

export const deepLinkText = createArea('deep-link', deepLinkEnglish);
