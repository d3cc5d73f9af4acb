import type { Translation } from '../../../flow/messages/sentences.ts';
import type { documentEnglish } from '../english/document.ts';

export const document = {
  restored: {
    title: 'Nicht gesendete Änderungen sind wieder da',
    text: 'Sie hatten den Server noch nicht erreicht, als dieser Flow zuletzt geschlossen wurde. „Rückgängig“ entfernt sie.',
  },
  conflict: 'Dieser Flow wurde anderswo geändert. Wählen Sie zuerst eine Version.',
} as const satisfies Translation<typeof documentEnglish>;
