import type { Translation } from '../../../flow/messages/sentences.ts';
import type { errorsEnglish } from '../english/errors.ts';

export const errors = {
  BAD_REQUEST: 'Die Anfrage ist fehlerhaft.',
  INVALID_JSON: 'Der Inhalt ist kein gültiges JSON.',
  INVALID_DESCRIPTOR: 'Die Beschreibung des Flows ist fehlerhaft.',
  INVALID_EVENT_NAME: 'Der Name des Ereignisses muss 1 bis 200 Zeichen haben.',
  FLOW_NOT_STARTABLE: 'Der Flow lässt sich nicht starten.',
  UNAUTHENTICATED: 'Das Zugriffstoken fehlt oder ist ungültig.',
  BAD_CREDENTIALS: 'Benutzername oder Passwort ist falsch.',
  FORBIDDEN: 'Nicht erlaubt.',
  NOT_FOUND: 'Nicht gefunden.',
  CONFLICT: 'Das wurde inzwischen anderswo geändert.',
  FLOW_RUNNING: 'Der Flow läuft. Stoppen Sie ihn zuerst, oder ändern Sie ihn mit forceUpdate=true.',
  FLOW_STOPPED: 'Der Flow ist gestoppt. Starten Sie ihn zuerst.',
  EVENT_GONE: 'Das Ereignis, oder der Auslöser, den es gestartet hat, ist nicht mehr da.',
  USERNAME_TAKEN: 'Dieser Benutzername ist vergeben.',
  CHUNK_OUT_OF_ORDER: 'Das ist nicht das nächste Stück der Datei.',
  TOO_LARGE: 'Der Inhalt ist zu groß.',
  CONTRACT_VIOLATED: 'Die Daten halten sich nicht an den Vertrag dieses Ereignisses.',
  UNSUPPORTED_MEDIA_TYPE: 'Die Art des Inhalts wird nicht unterstützt.',
  TOO_MANY_REQUESTS: 'Zu viele Anfragen. Versuchen Sie es später noch einmal.',
  INTERNAL: 'Bei uns ist etwas schiefgegangen.',
  UNAVAILABLE: 'Vorübergehend nicht verfügbar. Versuchen Sie es noch einmal.',
} as const satisfies Translation<typeof errorsEnglish>;
