import type { Translation } from '../../../flow/messages/sentences.ts';
import type { testRunEnglish } from '../english/test-run.ts';

export const testRun = {
  title: 'Test',
  close: 'Test schließen',
  noTrigger: 'Ein Test beginnt bei einem Auslöser. Fügen Sie einen hinzu, etwa „App-Ereignis“.',
  beginAt: 'Beginnen bei',
  run: 'Test starten',
  cancel: 'Abbrechen',
  steps: 'Schritte des Tests',
  stepCount: '1 Schritt|{{count}} Schritte',
  about:
    'Der Flow läuft einmal so, wie er gezeichnet ist, ob er eingeschaltet ist oder nicht. Seine Aufrufe anderer Systeme sind echt.',
  starting: 'Startet…',
  notToTheEnd: 'Nicht zu Ende gelaufen',
  openInLog: 'Im Protokoll öffnen',
  cannotTest: 'Der Flow lässt sich noch nicht testen',
  failed: 'Der Test kam nicht zu Ende',
  brokeOff: 'Der Test ist vor seinem Ende abgebrochen.',
  data: {
    label: 'Ereignisdaten',
    from: 'Daten übernehmen aus',
    choose: 'Übernehmen aus …',
    example: 'Beispiel der Ereignisdaten',
    sent: 'Gesendet: {{time}}',
    none: 'Noch kein Ereignis dieses Namens gesendet',
    invalid: 'Das ist kein gültiges JSON.',
  },
} as const satisfies Translation<typeof testRunEnglish>;
