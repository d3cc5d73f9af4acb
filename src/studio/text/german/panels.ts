import type { Translation } from '../../../flow/messages/sentences.ts';
import type { panelsEnglish } from '../english/panels.ts';

export const panels = {
  inspector: 'Inspektor',
  inspectorWidth: 'Breite des Inspektors',
  paletteWidth: 'Breite der Komponentenliste',
  loading: 'Wird geladen',
  next: 'Zum nächsten Bereich',
  previous: 'Zum vorherigen Bereich',
} as const satisfies Translation<typeof panelsEnglish>;
