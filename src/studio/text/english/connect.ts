import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Linking components without a pointer, and what is told of every change to the flow. */
export const connectEnglish = {
  connectTo: 'Connect to…',
  removeLink: 'Remove a link…',
  targetOf: 'Connect {{component}} to',
  targetOfPort: 'Connect “{{port}}” of {{component}} to',
  linkOf: 'Remove a link of {{component}}',
  step: 'Step {{step}}, {{type}}',
  byPort: '“{{port}}” to {{target}}',
  intoPort: '{{target}}, “{{port}}”',
  outgoing: 'To {{component}}',
  incoming: 'From {{component}}',
  ports: '“{{outPort}}” to “{{inPort}}”',
  refused: 'Not possible. {{reason}}',
  told: {
    added: '{{components}} added.',
    removed: '{{components}} removed.',
    disabled: '{{components}} disabled.',
    enabled: '{{components}} enabled.',
    connected: '{{from}} now leads to {{to}}.',
    disconnected: '{{from}} no longer leads to {{to}}.',
    links: '1 link changed.|{{count}} links changed.',
    components: '1 component|{{count}} components',
    undone: 'Undone: {{step}}.',
    redone: 'Redone: {{step}}.',
  },
} as const satisfies Sentences;

export const connectText = createArea('connect', connectEnglish);
