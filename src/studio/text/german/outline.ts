import type { Translation } from '../../../flow/messages/sentences.ts';
import type { outlineEnglish } from '../english/outline.ts';

export const outline = {
  title: 'Gliederung',
  toggle: 'Gliederung oder Zeichenfläche zeigen',
  tree: 'Flow',
  hint: '{{enter}} einrichten {{plus}} danach hinzufügen {{connect}} verbinden {{delete}} löschen',
  deleteKey: 'Entf',
  keys: {
    title: 'In der Gliederung',
    walk: 'Von Zeile zu Zeile, in Zweige hinein und hinaus',
    name: 'Zu einer Zeile nach ihrem Namen, wenn sein erster Buchstabe kein Tastenkürzel ist',
    letters: 'a–z',
    open: 'Einrichten, oder einen Zweig aufklappen',
    select: 'Zeile auswählen',
    add: 'Danach hinzufügen',
    connect: 'Verbinden mit …',
    disconnect: 'Verbindung lösen',
    delete: 'Löschen',
  },
  empty:
    'Hier ist noch nichts. Drücken Sie {{key}}, um die Komponenten zu durchsuchen, und beginnen Sie mit einem Auslöser.',
  addAfter: 'Nach {{name}} hinzufügen',
  addAfterByKey: 'Nach {{name}} hinzufügen (+)',
  row: {
    step: 'Schritt {{number}} von {{total}}',
    notInstalled: 'Nicht installiert',
    disabled: 'Abgeschaltet',
    sender: '{{component}} ({{port}})',
    from: 'von {{senders}}',
    alsoFrom: 'auch von {{senders}}',
    goesOnTo: 'weiter zu {{targets}}',
    nothingFollows: 'noch nichts danach',
    branchOf: 'Zweig von {{component}}',
  },
} as const satisfies Translation<typeof outlineEnglish>;
