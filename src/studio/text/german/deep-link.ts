import type { Translation } from '../../../flow/messages/sentences.ts';
import type { deepLinkEnglish } from '../english/deep-link.ts';

export const deepLink = {
  gone: {
    title: 'Diese Komponente gibt es hier nicht',
    text: 'Die Adresse nennt eine Komponente, die nicht mehr im Flow ist.',
  },
} as const satisfies Translation<typeof deepLinkEnglish>;
