import type { Translation } from '../../../flow/messages/sentences.ts';
import type { canvasEnglish } from '../english/canvas.ts';

export const canvas = {
  canvas: 'Zeichenfläche',
  view: 'Ansicht',
  zoom: '{{percent}} %, {{command}}',
  selection: 'Auswahl',
  arrange: 'Anordnen',
  components: '1 Komponente|{{count}} Komponenten',
  links: '1 Verbindung|{{count}} Verbindungen',
  empty: {
    title: 'Beginnen Sie mit einem Auslöser',
    text: 'Ziehen Sie einen Auslöser hierher, oder wählen Sie in der Komponentenliste einen mit der Eingabetaste.',
  },
  card: {
    disabled: 'Abgeschaltet',
    notInstalled: 'Nicht installiert',
    input: 'Eingang „{{port}}“',
    output: 'Ausgang „{{port}}“',
    drift: 'Die Ereignisse, auf die sie wartet, haben sich geändert',
    addAfter: 'Nach „{{port}}“ von {{component}} hinzufügen',
  },
  spoken: {
    step: 'Schritt {{number}} von {{total}}',
    disabled: 'abgeschaltet',
    component: 'Komponente',
    connection: 'Verbindung',
    idle: 'läuft nicht',
    link: 'Verbindung von {{from}} nach {{to}}',
    onCard:
      'Die Eingabetaste wählt diese Komponente aus, noch einmal gedrückt öffnet sie sie zum Bearbeiten. Die Pfeiltasten verschieben sie, mit Alt führen sie an ihren Verbindungen entlang, I fügt dahinter ein, Entf löscht sie.',
    onCardToRead: 'Die Eingabetaste wählt diese Komponente aus.',
    onLink: 'Die Eingabetaste wählt diese Verbindung aus. I fügt eine Komponente ein, Entf löscht sie.',
    moved: {
      left: 'Nach links verschoben. Neue Position, x: {{x}}, y: {{y}}',
      right: 'Nach rechts verschoben. Neue Position, x: {{x}}, y: {{y}}',
      up: 'Nach oben verschoben. Neue Position, x: {{x}}, y: {{y}}',
      down: 'Nach unten verschoben. Neue Position, x: {{x}}, y: {{y}}',
    },
    handle: 'Anschluss',
  },
  insertBetween: 'Zwischen {{from}} und {{to}} einfügen',
  picker: {
    after: 'nach {{component}}',
    before: 'vor {{component}}',
    between: 'zwischen {{from}} und {{to}}',
    insertAfter: 'Komponente nach {{component}} einfügen',
    insertBefore: 'Komponente vor {{component}} einfügen',
    insertBetween: 'Komponente zwischen {{from}} und {{to}} einfügen',
    search: 'Komponenten suchen',
    list: 'Passende Komponenten',
    nothingFits: 'Hier passt keine Komponente.',
    noMatch: 'Nichts namens „{{search}}“ passt hier.',
  },
  largeFlow: {
    title: 'Dieser Flow ist groß',
    text: 'Er hat {{count}} Komponenten. Ab {{limit}} sind mehrere kleinere Flows leichter zu lesen und zu ändern.',
    dismiss: 'Hinweis schließen',
  },
  notConnected: 'Diese lassen sich nicht verbinden',
  linkRemoved: 'Verbindung gelöst.',
  linkCut: 'Verbindung getrennt.',
} as const satisfies Translation<typeof canvasEnglish>;
