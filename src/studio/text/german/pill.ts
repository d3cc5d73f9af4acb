import type { Translation } from '../../../flow/messages/sentences.ts';
import type { pillEnglish } from '../english/pill.ts';

export const pill = {
  title: 'Modifikatoren',
  drag: '{{name}} an eine andere Stelle ziehen',
  up: '{{name}} nach oben',
  down: '{{name}} nach unten',
  remove: '{{name}} entfernen',
  missing: 'Diesen Modifikator gibt es hier nicht.',
  keep: 'Bei einem Fehler den Wert behalten',
  keepHint: 'Der Schritt geht mit dem unveränderten Wert weiter, und sein Protokoll enthält eine Warnung.',
  stage: {
    value: 'Ergibt',
    kept: 'Scheitert und behält den Wert:',
    failed: 'Scheitert:',
    waiting: 'Wird ausprobiert …',
    nothing: 'nichts',
    list: '1 Element|{{count}} Elemente',
  },
  noSample: 'Es gibt kein Beispiel, an dem sich Modifikatoren ausprobieren lassen.',
  add: {
    open: 'Modifikator hinzufügen',
    search: 'Modifikatoren suchen',
    list: 'Modifikatoren zum Hinzufügen',
    noMatch: 'Kein Modifikator passt zu „{{search}}“.',
    fitting: 'Passt zu {{kind}}',
    others: 'Weitere',
    example: '{{value}} → {{result}}',
  },
  kind: {
    text: 'Text',
    number: 'Zahlen',
    boolean: 'wahr oder falsch',
    date: 'Datum und Uhrzeit',
    list: 'Listen',
    object: 'Objekten',
  },
  chooseZone: 'IANA-Name, zum Beispiel Europe/Prague',
} as const satisfies Translation<typeof pillEnglish>;
