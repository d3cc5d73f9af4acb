import type { Translation } from '../../../flow/messages/sentences.ts';
import type { flowEnglish } from '../english/flow.ts';

export const flow = {
  operation: {
    add: '{{component}} hinzufügen',
    align: {
      left: 'Links ausrichten',
      centre: 'Waagerecht zentrieren',
      right: 'Rechts ausrichten',
      top: 'Oben ausrichten',
      middle: 'Senkrecht zentrieren',
      bottom: 'Unten ausrichten',
    },
    bringBack: 'Nicht gesendete Änderungen zurückholen',
    change: '{{field}} ändern',
    connect: 'Verbinden',
    cut: 'Ausschneiden',
    delete: 'Komponente löschen|{{count}} Komponenten löschen',
    deleteLinks: 'Verbindung löschen|{{count}} Verbindungen löschen',
    disable: 'Komponente abschalten|{{count}} Komponenten abschalten',
    disconnect: 'Verbindung lösen',
    distribute: { across: 'Waagerecht verteilen', down: 'Senkrecht verteilen' },
    duplicate: 'Komponente duplizieren|{{count}} Komponenten duplizieren',
    enable: 'Komponente einschalten|{{count}} Komponenten einschalten',
    import: 'Flow importieren',
    insert: 'Komponente einfügen',
    makeRoom: 'Platz schaffen',
    move: 'Komponente verschieben|{{count}} Komponenten verschieben',
    paste: 'Komponente einfügen|{{count}} Komponenten einfügen',
    reconnect: 'Verbindung umlegen',
    rename: 'Komponente umbenennen',
    replace: 'Durch {{component}} ersetzen',
    restore: 'Version {{revision}} wiederherstellen',
    takeTheirs: 'Version von anderswo übernehmen',
    tidy: 'Aufräumen',
  },
  connection: {
    gone: 'Diese Komponente ist nicht mehr im Flow.',
    toItself: 'Eine Komponente lässt sich nicht mit sich selbst verbinden.',
  },
} as const satisfies Translation<typeof flowEnglish>;
