import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The panels beside the canvas. */
export const panelsEnglish = {
  inspector: 'Inspector',
  inspectorWidth: 'Width of the inspector',
  paletteWidth: 'Width of the list of components',
  loading: 'Loading',
  next: 'Go to the next panel',
  previous: 'Go to the previous panel',
} as const satisfies Sentences;

export const panelsText = createArea('panels', panelsEnglish);
