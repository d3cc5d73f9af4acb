import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Flows as files. */
export const exportEnglish = {
  unnamedFile: 'flow',
  noPicture: 'The picture was not made',
  noRoom: 'This browser has no room to draw the picture.',
} as const satisfies Sentences;

export const exportText = createArea('export', exportEnglish);
