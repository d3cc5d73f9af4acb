import type { Translation } from '../../../flow/messages/sentences.ts';
import type { paletteEnglish } from '../english/palette.ts';

export const palette = {
  search: 'Komponenten suchen',
  nothing: 'Keine Komponente heißt „{{search}}“.',
  trigger: 'Auslöser',
} as const satisfies Translation<typeof paletteEnglish>;
