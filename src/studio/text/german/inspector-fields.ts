import type { Translation } from '../../../flow/messages/sentences.ts';
import type { inspectorFieldsEnglish } from '../english/inspector-fields.ts';

export const inspectorFields = {
  list: {
    add: 'Hinzufügen',
    item: '{{label}}, Eintrag {{number}}',
    up: 'Eintrag {{number}} nach oben',
    down: 'Eintrag {{number}} nach unten',
    remove: 'Eintrag {{number}} entfernen',
    moved: 'Eintrag {{number}} von {{count}}',
  },
  clear: 'Leeren',
  google:
    'Google ist hier nicht verbunden. Geben Sie die ID ein: In der Adresse einer Datei oder eines Ordners steht sie hinter „/d/“ oder „/folders/“.',
  oneDrive:
    'OneDrive ist hier nicht verbunden. Geben Sie die ID ein: In der Adresse einer Datei oder eines Ordners steht sie hinter „id=“.',
  shownAs: 'Dargestellt als {{date}}',
} as const satisfies Translation<typeof inspectorFieldsEnglish>;
