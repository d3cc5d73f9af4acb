import type { Translation } from '../../../flow/messages/sentences.ts';
import type { jsonEnglish } from '../english/json.ts';

export const json = {
  format: 'Formatieren',
  layingOut: 'Ihr JSON wird formatiert …',
  at: '{{message}} (Zeile {{line}}, Spalte {{column}})',
  use: 'Als JSON übernehmen',
  meant: 'Verstanden: {{changes}}.',
  almost: 'Auch großzügiger gelesen geht es hier nicht weiter: {{message}}',
  refused:
    '{{length}} Millionen Zeichen sind zu viel, um sie hier einzufügen. Ein Beispiel darf {{most}} Millionen haben; ein Teil Ihrer Daten genügt.',
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
