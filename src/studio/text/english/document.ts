import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Keeping the open flow saved. */
export const documentEnglish = {
  restored: {
    title: 'Unsent changes are back',
    text: 'They had not reached the server when this flow was last closed. Undo takes them away.',
  },
  conflict: 'This flow was changed elsewhere. Choose a version first.',
} as const satisfies Sentences;

export const documentText = createArea('document', documentEnglish);
