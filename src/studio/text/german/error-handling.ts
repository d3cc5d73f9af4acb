import type { Translation } from '../../../flow/messages/sentences.ts';
import type { errorHandlingEnglish } from '../english/error-handling.ts';

export const errorHandling = {
  title: 'Wenn dieser Schritt fehlschlägt',
  summary: '{{retries}}, danach {{way}}.',
  summaryAtOnce: '{{way}}, sofort.',
  retries: 'Noch ein Versuch|Bis zu {{count}} weitere Versuche',
  ways: {
    storeUnprocessed: 'schlägt der Lauf fehl',
    errorPort: 'geht es bei „error“ weiter',
    stopFlow: 'wird der Flow gestoppt',
  },
  waysAtOnce: {
    storeUnprocessed: 'Der Lauf schlägt fehl',
    errorPort: 'Weiter bei „error“',
    stopFlow: 'Der Flow wird gestoppt',
  },
  autoRetry: 'Selbsttätig erneut versuchen',
  autoRetryNote:
    'Nach etwa einer Sekunde, dann jeweils doppelt so lange, höchstens 5 Minuten. Was nicht besser werden kann, etwa eine leere URL, wird nicht erneut versucht.',
  maxRetries: 'Wie oft höchstens',
  onError: 'Wenn es weiterhin fehlschlägt',
  choices: {
    storeUnprocessed: {
      label: 'Der Lauf schlägt fehl',
      note: 'Was folgt, läuft nicht. Das Protokoll behält Fehler und Eingabe.',
    },
    errorPort: {
      label: 'Weiter am Ausgang „error“',
      note: 'Was Sie dort anschließen, bekommt Fehler und Eingabe als Variablen.',
    },
    stopFlow: {
      label: 'Den Flow stoppen',
      note: 'Der Flow bleibt ausgeschaltet, bis ihn jemand wieder startet.',
    },
  },
  unconnected: 'An „error“ ist noch nichts angeschlossen. Bis dahin schlägt der Lauf fehl.',
  disabled: 'Was an „error“ angeschlossen ist, ist abgeschaltet. So lange schlägt der Lauf fehl.',
  leftOver:
    'Eine Verbindung geht von „error“ aus, doch dort kommt jetzt nichts an: Was folgt, ist grau.|{{count}} Verbindungen gehen von „error“ aus, doch dort kommt jetzt nichts an: Was folgt, ist grau.',
  useAgain: 'Dort weitermachen',
  disconnect: 'Verbindung entfernen|Verbindungen entfernen',
} as const satisfies Translation<typeof errorHandlingEnglish>;
