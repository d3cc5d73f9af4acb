import type { Translation } from '../../../flow/messages/sentences.ts';
import type { notesEnglish } from '../english/notes.ts';

export const notes = {
  add: 'Notiz hinzufügen',
  edit: 'Notiz bearbeiten',
  color: 'Farbe',
  colors: {
    plain: 'Notiz ohne Farbe',
    yellow: 'Gelbe Notiz',
    green: 'Grüne Notiz',
    blue: 'Blaue Notiz',
    pink: 'Rosa Notiz',
  },
  spoken: 'Notiz: {{words}}',
  spokenEmpty: 'Leere Notiz',
  spokenOf: '{{name}}, {{place}} von {{count}}',
  empty: 'Zum Schreiben doppelklicken',
  placeholder: 'Notiz schreiben …',
  text: 'Text der Notiz',
  keys: 'Die Eingabetaste wählt die Notiz aus, noch einmal gedrückt öffnet sie den Text. Die Pfeiltasten verschieben sie, Entf löscht sie.',
  goTo: 'Zu {{note}} gehen',
  detail: 'Notiz',
  added: '{{note}} hinzugefügt.',
  removed: '{{note}} entfernt.',
  parts: {
    content: 'Text',
    color: 'Farbe',
    size: 'Größe',
    other: 'Weiteres',
    position: 'Position',
  },
  inspector: {
    title: 'Notiz',
    help: 'Für alle, die den Flow lesen; am Ablauf ändert sie nichts. Möglich sind Überschriften (#), **fett**, *kursiv*, `Code`, Listen (-) und Links.',
    width: 'Breite',
    height: 'Höhe',
  },
  selection: {
    notes: '1 Notiz|{{count}} Notizen',
    both: '{{components}} und {{notes}}',
  },
} as const satisfies Translation<typeof notesEnglish>;
