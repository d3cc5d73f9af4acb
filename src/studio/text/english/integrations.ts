import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The Integrations page, where end users activate what is published for them. */
export const integrationsEnglish = {
  title: 'Integrations',
  text: 'Activate what you need. Each one runs for your account and can be switched off at any time.',
  loading: 'Loading the integrations',
  notLoaded: 'The integrations could not be loaded',
  yours: 'Your integrations',
  available: 'Available',
  none: {
    title: 'No integrations yet',
    text: 'Integrations that are published for you appear here. You draw them yourself? Open one in {{flows}} and publish it.',
    flows: 'Flows',
  },
  activate: {
    button: 'Activate',
    label: 'Activate {{name}}',
    done: '“{{name}}” is active.',
    failed: '“{{name}}” was not activated',
  },
  notStarted: {
    title: '“{{name}}” could not start',
    text: 'It is switched off. You can keep it and try again later, or remove it.',
    remove: 'Remove it',
    keep: 'Keep it',
  },
  on: 'On',
  off: 'Off',
  startFailed: '“{{name}}” cannot start',
  stopFailed: '“{{name}}” is still on',
  notRunYet: 'Has not run yet',
  log: 'Log',
  remove: {
    button: 'Remove',
    label: 'Remove {{name}}',
    title: 'Remove “{{name}}”?',
    text: 'It stops reacting to events. You can activate it again from its template.',
    done: '“{{name}}” is removed.',
    failed: '“{{name}}” was not removed',
  },
} as const satisfies Sentences;

export const integrationsText = createArea('integrations', integrationsEnglish);
