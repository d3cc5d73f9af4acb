import type { Translation } from '../../../flow/messages/sentences.ts';
import type { integrationsEnglish } from '../english/integrations.ts';

export const integrations = {
  title: 'Integrationen',
  text: 'Aktivieren Sie, was Sie brauchen. Jede Integration läuft für Ihr Konto und lässt sich jederzeit ausschalten.',
  loading: 'Integrationen werden geladen',
  notLoaded: 'Die Integrationen konnten nicht geladen werden',
  yours: 'Ihre Integrationen',
  available: 'Verfügbar',
  none: {
    title: 'Noch keine Integrationen',
    text: 'Hier erscheinen die Integrationen, die für Sie veröffentlicht sind. Sie zeichnen selbst welche? Öffnen Sie eine unter {{flows}} und veröffentlichen Sie sie.',
    flows: 'Flows',
  },
  activate: {
    button: 'Aktivieren',
    label: '{{name}} aktivieren',
    done: '„{{name}}“ ist aktiv.',
    failed: '„{{name}}“ wurde nicht aktiviert',
  },
  notStarted: {
    title: '„{{name}}“ konnte nicht starten',
    text: 'Die Integration ist ausgeschaltet. Sie können sie behalten und es später noch einmal versuchen oder sie entfernen.',
    remove: 'Entfernen',
    keep: 'Behalten',
  },
  on: 'Ein',
  off: 'Aus',
  startFailed: '„{{name}}“ kann nicht starten',
  stopFailed: '„{{name}}“ ist noch eingeschaltet',
  notRunYet: 'Noch nicht gelaufen',
  log: 'Protokoll',
  remove: {
    button: 'Entfernen',
    label: '{{name}} entfernen',
    title: '„{{name}}“ entfernen?',
    text: 'Die Integration reagiert dann nicht mehr auf Ereignisse. Aus ihrer Vorlage können Sie sie erneut aktivieren.',
    done: '„{{name}}“ ist entfernt.',
    failed: '„{{name}}“ wurde nicht entfernt',
  },
} as const satisfies Translation<typeof integrationsEnglish>;
