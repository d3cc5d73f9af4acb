import type { Translation } from '../../../flow/messages/sentences.ts';
import type { jsonEnglish } from '../english/json.ts';

export const json = {
  format: 'Formatieren',
  at: '{{message}} (Zeile {{line}}, Spalte {{column}})',
  unreadable: 'Das Beispiel konnte nicht gelesen werden: {{reason}}',
  editor: {
    'Fold line': 'Einklappen',
    'Unfold line': 'Ausklappen',
    'folded code': 'eingeklappter Text',
    unfold: 'ausklappen',
    'Folded lines': 'Eingeklappt: Zeilen',
    'Unfolded lines': 'Ausgeklappt: Zeilen',
    to: 'bis',
    'Selection deleted': 'Auswahl gelöscht',
  },
} as const satisfies Translation<typeof jsonEnglish>;
