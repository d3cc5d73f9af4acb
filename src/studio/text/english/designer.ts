import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The frame of the Designer. */
export const designerEnglish = {
  notLoaded: 'The flow could not be loaded',
  components: 'Components',
} as const satisfies Sentences;

export const designerText = createArea('designer', designerEnglish);
