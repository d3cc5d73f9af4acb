import type { Translation } from '../../../flow/messages/sentences.ts';
import type { uiEnglish } from '../english/ui.ts';

export const ui = {
  windowTitle: '{{page}} · Tributary',
  untitled: 'Ohne Namen',
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copied: 'Kopiert',
  clearSearch: 'Suche leeren',
  noComponents: 'Keine Komponenten',
  test: 'Test',
  stage: {
    running: 'Läuft',
    stopped: 'Angehalten',
    starting: 'Startet…',
    stopping: 'Wird angehalten…',
    error: 'Fehler',
  },
  run: {
    queued: 'Wartet',
    running: 'Läuft',
    completed: 'Abgeschlossen',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
  },
  time: {
    justNow: 'gerade eben',
    minutesAgo: 'vor {{count}} Min.',
    hoursAgo: 'vor {{count}} Std.',
    yesterday: 'gestern',
    daysAgo: 'vor 1 Tag|vor {{count}} Tagen',
  },
  duration: {
    milliseconds: '{{milliseconds}} ms',
    seconds: '{{seconds}} s',
    minutes: '{{minutes}} Min. {{seconds}} s',
    hours: '{{hours}} Std. {{minutes}} Min.',
  },
  json: {
    whole: 'Der ganze Wert',
    items: '1 Eintrag|{{count}} Einträge',
    keys: '1 Schlüssel|{{count}} Schlüssel',
    showMore: '{{some}} von {{all}} weiteren anzeigen',
    showText: 'Alle {{length}} Zeichen anzeigen',
  },
  background: {
    failed: 'Das ließ sich im Hintergrund nicht erledigen: {{reason}}',
    silent: 'Es hat zu lange gedauert.',
    gone: 'Dieser Teil des Studios konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Translation<typeof uiEnglish>;
