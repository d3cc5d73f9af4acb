import type { Translation } from '../../../flow/messages/sentences.ts';
import type { connectEnglish } from '../english/connect.ts';

export const connect = {
  connectTo: 'Verbinden mit…',
  removeLink: 'Verbindung entfernen…',
  targetOf: '{{component}} verbinden mit',
  targetOfPort: '„{{port}}“ von {{component}} verbinden mit',
  linkOf: 'Verbindung von {{component}} entfernen',
  step: 'Schritt {{step}}, {{type}}',
  byPort: '„{{port}}“ mit {{target}}',
  intoPort: '{{target}}, „{{port}}“',
  outgoing: 'Zu {{component}}',
  incoming: 'Von {{component}}',
  ports: '„{{outPort}}“ zu „{{inPort}}“',
  refused: 'Nicht möglich. {{reason}}',
  told: {
    added: '{{components}} hinzugefügt.',
    removed: '{{components}} entfernt.',
    disabled: '{{components}} deaktiviert.',
    enabled: '{{components}} aktiviert.',
    connected: '{{from}} führt jetzt zu {{to}}.',
    disconnected: '{{from}} führt nicht mehr zu {{to}}.',
    links: '1 Verbindung geändert.|{{count}} Verbindungen geändert.',
    components: '1 Komponente|{{count}} Komponenten',
    undone: 'Rückgängig gemacht: {{step}}.',
    redone: 'Wiederholt: {{step}}.',
  },
} as const satisfies Translation<typeof connectEnglish>;
