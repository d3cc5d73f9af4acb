import type { Translation } from '../../../flow/messages/sentences.ts';
import type { problemsEnglish } from '../english/problems.ts';

export const problems = {
  title: 'Probleme',
  count: '1 Problem|{{count}} Probleme',
  none: 'Keine Probleme',
  next: 'Zum nächsten Problem',
  previous: 'Zum vorherigen Problem',
  toggle: 'Probleme ein- oder ausblenden',
  close: 'Probleme schließen',
  thisFlow: 'Dieser Flow',
  visited: 'Problem {{number}} von {{total}}: {{component}}, {{problem}}',
  notStarted: 'Dieser Flow kann noch nicht gestartet werden. Lösen Sie zuerst diese Probleme.',
  notPublished: 'Dieser Flow kann noch nicht veröffentlicht werden. Lösen Sie zuerst diese Probleme.',
  about: 'Sie verhindern, dass der Flow startet oder veröffentlicht wird.',
  nothing: 'Diesem Flow steht nichts im Weg.',
  fieldOfLink: '{{field}}, Eingabe von {{component}}',
} as const satisfies Translation<typeof problemsEnglish>;
