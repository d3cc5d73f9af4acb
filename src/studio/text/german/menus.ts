import type { Translation } from '../../../flow/messages/sentences.ts';
import type { menusEnglish } from '../english/menus.ts';

export const menus = {
  menu: 'Menü',
  chooser: {
    commands: 'Befehl, Komponente oder Schritt suchen',
    replace: 'Ersetzen durch',
    nothing: 'Nichts gefunden',
    more: '1 weiterer Eintrag: tippen, um einzugrenzen|{{count}} weitere Einträge: tippen, um einzugrenzen',
  },
  entry: {
    go: 'Gehe zu {{component}}',
    add: '{{component}} hinzufügen',
    step: 'Schritt {{number}}',
  },
  shortcuts: 'Tastenkürzel',
  rename: 'Neue Bezeichnung für {{component}}',
  import: {
    title: 'Flow importieren',
    hint: 'Ein Flow als JSON: ein Dokument mit dem Feld „flow“ oder nur seine Komponenten.',
    mode: 'Was importiert wird',
    add: 'Kommt zu diesem Flow hinzu',
    replace: 'Ersetzt diesen Flow',
    text: 'JSON des Flows',
    file: 'Datei wählen…',
    cancel: 'Abbrechen',
    submit: 'Importieren',
    unreadable: 'Die Datei lässt sich nicht lesen.',
  },
} as const satisfies Translation<typeof menusEnglish>;
