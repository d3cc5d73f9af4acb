import type { Translation } from '../../../flow/messages/sentences.ts';
import type { shellEnglish } from '../english/shell.ts';

export const shell = {
  product: 'Tributary',
  skip: 'Zum Inhalt springen',
  navigation: {
    menu: 'Navigation',
    label: 'Hauptnavigation',
    flows: 'Flows',
    integrations: 'Integrationen',
    events: 'Ereignisse',
    log: 'Protokoll',
  },
  account: {
    label: 'Konto',
    of: 'Konto {{name}}',
    apiReference: 'API-Referenz',
    signOut: 'Abmelden',
  },
  colorScheme: {
    label: 'Farbschema',
    light: 'Hell',
    dark: 'Dunkel',
    auto: 'Wie im System',
  },
  language: 'Sprache',
  notFound: {
    title: 'Seite nicht gefunden',
    nothing: 'Unter dieser Adresse gibt es nichts',
    text: 'Vielleicht wurde es gelöscht, oder der Link ist unvollständig.',
    goToFlows: 'Zu den Flows',
  },
  broken: {
    title: 'Auf dieser Seite ist ein Fehler aufgetreten',
    text: 'Vielleicht hilft es, die Seite neu zu laden.',
    reload: 'Seite neu laden',
  },
} as const satisfies Translation<typeof shellEnglish>;
