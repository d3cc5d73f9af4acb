import type { ModuleManifest } from '../flow/manifest.ts';
import { strokeIcon } from './icon.ts';

const utilities = { category: 'utilities', categoryLabel: 'Utilities', categoryIndex: 1 };

/** Every module of the palette. Components find theirs by name. */
export const modules: ModuleManifest[] = [
  {
    ...utilities,
    name: 'appmixer.utils.appevents',
    label: 'App Events',
    index: 9,
    description: 'Start a flow with the events your application sends.',
    icon: strokeIcon(
      '<circle cx="6" cy="12" r="2"/><path d="M11 7a7 7 0 0 1 0 10M15 4a11.5 11.5 0 0 1 0 16"/>',
    ),
    color: '#5b5bd6',
  },
  {
    ...utilities,
    name: 'appmixer.utils.http',
    label: 'HTTP',
    index: 10,
    description: 'Receive calls over HTTP, and call any web service.',
    icon: strokeIcon(
      '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9"/>',
    ),
    color: '#0b7f86',
  },
  {
    ...utilities,
    name: 'appmixer.utils.controls',
    label: 'Controls',
    index: 11,
    description: 'Branch, go through lists, bring branches together and set values.',
    icon: strokeIcon(
      '<path d="M4 7h7M15 7h5M4 17h3M11 17h9"/><circle cx="13" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
    ),
    color: '#b4540a',
  },
  {
    ...utilities,
    name: 'appmixer.utils.timers',
    label: 'Timers',
    index: 12,
    description: 'Start flows by the clock, and let a run wait.',
    icon: strokeIcon('<circle cx="12" cy="13" r="8"/><path d="M12 9v4l3 2M9 2h6"/>'),
    color: '#7a5195',
  },
];
