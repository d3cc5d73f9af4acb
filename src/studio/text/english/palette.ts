import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The components one can put into a flow. */
export const paletteEnglish = {
  search: 'Search components',
  nothing: 'No component is called “{{search}}”.',
  trigger: 'Trigger',
} as const satisfies Sentences;

export const paletteText = createArea('palette', paletteEnglish);
