import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What stands around the screens: navigation, the account, what is nowhere to be found. */
export const shellEnglish = {
  product: 'Tributary',
  skip: 'Skip to content',
  navigation: {
    menu: 'Navigation',
    label: 'Main',
    flows: 'Flows',
    integrations: 'Integrations',
    events: 'Events',
    log: 'Log',
  },
  account: {
    label: 'Account',
    of: 'Account {{name}}',
    apiReference: 'API reference',
    signOut: 'Sign out',
  },
  colorScheme: {
    label: 'Colour scheme',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the system',
  },
  language: 'Language',
  notFound: {
    title: 'Page not found',
    nothing: 'There is nothing at this address',
    text: 'It may have been deleted, or the link is incomplete.',
    goToFlows: 'Go to Flows',
  },
  broken: {
    title: 'This screen ran into a problem',
    text: 'Reloading may help.',
    reload: 'Reload the page',
  },
} as const satisfies Sentences;

export const shellText = createArea('shell', shellEnglish);
