import type { Translation } from '../../../flow/messages/sentences.ts';
import type { apiEnglish } from '../english/api.ts';

export const api = {
  unreachable: 'Der Server ist nicht zu erreichen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  noAnswer: 'Der Server hat nicht rechtzeitig geantwortet.',
  connectionLost: 'Die Verbindung zum Server ist abgebrochen.',
  status: 'Der Server hat mit Status {{status}} geantwortet.',
  unknown: 'Etwas ist schiefgegangen.',
} as const satisfies Translation<typeof apiEnglish>;
