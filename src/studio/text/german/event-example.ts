import type { Translation } from '../../../flow/messages/sentences.ts';
import type { eventExampleEnglish } from '../english/event-example.ts';

export const eventExample = {
  title: 'Aus echten Ereignissen lernen',
  contract: 'Ereignisvertrag',
  nameless: 'Geben Sie dem Ereignis einen Namen, um aus gesendeten zu lernen.',
  last: 'Letztes übernehmen',
  every: 'Alle bekannten Felder übernehmen',
  next: 'Auf das nächste warten',
  waiting: 'Warten auf „{{event}}“',
  hint: 'Senden Sie es jetzt aus Ihrer Anwendung. Escape bricht ab.',
  cancel: 'Abbrechen',
  none: 'Ein Ereignis „{{event}}“ wurde noch nicht gesendet.',
  nothingKnown:
    'Über „{{event}}“ ist noch nichts bekannt: Es hat keinen Ihrer Flows gestartet, und der Vertrag ist nicht gesperrt.',
  silence: 'In zehn Minuten kam kein Ereignis „{{event}}“.',
  failed: 'Das hat nicht geklappt: {{reason}}',
  taken: 'Das Beispiel ist jetzt das Ereignis vom {{time}}.',
  everyTaken: 'Das Beispiel hat jetzt die Felder des Ereignisvertrags.',
  arrived: 'Das Ereignis ist eingetroffen ({{time}}) und ist jetzt das Beispiel.',
  history: {
    notMerged: 'Die Ereignisse wurden nicht übernommen',
    open: 'Aus dem Verlauf',
    label: 'Letzte Ereignisse',
    loading: 'Die letzten Ereignisse werden geladen',
    failed: 'Die letzten Ereignisse konnten nicht geladen werden: {{reason}}',
    retry: 'Erneut versuchen',
    use: 'Als Beispiel übernehmen',
    merge: '1 Ereignis zusammenführen|{{count}} Ereignisse zusammenführen',
    about: 'Mehrere werden zu einem Beispiel zusammengeführt, das jedes Feld hat.',
  },
  drift: {
    title: 'Ereignisse „{{event}}“ haben sich geändert',
    hurts: 'In diesem Flow trifft das',
    hurtsNothing: 'Keine Zuordnung dieses Flows nimmt, was sich geändert hat.',
    place: '{{place}} ({{variable}})',
    look: 'Zu den Ereignissen',
  },
  names: 'Zuletzt gesendete Namen',
} as const satisfies Translation<typeof eventExampleEnglish>;
