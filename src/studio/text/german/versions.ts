import type { Translation } from '../../../flow/messages/sentences.ts';
import type { versionsEnglish } from '../english/versions.ts';

export const versions = {
  button: 'Versionen',
  title: 'Versionen von {{flow}}',
  notLoaded: 'Die Versionen konnten nicht geladen werden',
  versionNotLoaded: 'Version {{revision}} konnte nicht geladen werden',
  panel: 'Versionen und Unterschiede',
  restoreElsewhere: 'Wiederherstellen lässt sich eine Version aus dem Entwurf.',
  none: {
    title: 'Noch nichts veröffentlicht',
    text: 'Jede Veröffentlichung dieses Flows bleibt hier erhalten. Sie können Ihren Entwurf damit vergleichen oder zu ihr zurückkehren.',
  },
  list: {
    label: 'Veröffentlichte Versionen',
    version: 'Version {{revision}}',
    first: 'erste Version',
    by: 'von {{user}}',
    showOlder: 'Ältere Versionen anzeigen',
  },
  canvas: {
    label: 'Arbeitsfläche der Version',
    cardHelp: 'Mit der Eingabetaste sehen Sie in der Liste, was aus dieser Komponente geworden ist.',
    added: '{{what}}, hinzugefügt',
    removed: '{{what}}, entfernt',
    changed: '{{what}}, geändert',
    moved: '{{what}}, verschoben',
  },
  kind: {
    added: 'Hinzugefügt',
    removed: 'Entfernt',
    changed: 'Geändert',
    moved: 'Verschoben',
  },
  legend: {
    label: 'Legende',
    added: 'Seither hinzugefügt',
    removed: 'Seither entfernt',
    changed: 'Seither geändert',
    moved: 'Nur verschoben',
  },
  differences: {
    label: 'Unterschiede',
    draftSame: 'Ihr Entwurf ist gleich wie Version {{revision}}.',
    templateSame: 'Die Vorlage ist gleich wie Version {{revision}}.',
    draftSince: 'Ihr Entwurf seit Version {{revision}}: {{changes}}',
    templateSince: 'Die Vorlage seit Version {{revision}}: {{changes}}',
    link: 'Verbindung von {{from}} zu {{to}}',
    values: ': war {{before}}, ist {{after}}',
    showMore: '{{number}} weitere anzeigen',
  },
  restore: {
    button: 'Version wiederherstellen',
    done: 'Version {{revision}} ist wieder im Entwurf',
    text: '„Rückgängig“ nimmt sie wieder heraus. Veröffentlicht ist erst etwas, wenn Sie es veröffentlichen.',
  },
} as const satisfies Translation<typeof versionsEnglish>;
