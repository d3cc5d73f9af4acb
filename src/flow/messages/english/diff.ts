import type { Sentences } from '../sentences.ts';

/** What differs between two versions of a flow. */
export const diff = {
  changed: '{{count}} changed',
  added: '{{count}} added',
  removed: '{{count}} removed',
  moved: '{{count}} moved',
  linksAdded: '1 link added|{{count}} links added',
  linksRemoved: '1 link removed|{{count}} links removed',
  notes: '1 note changed|{{count}} notes changed',
  none: 'no changes',
  label: 'Label',
  type: 'Component type',
  position: 'Position',
  disabled: 'Disabled',
  errorHandling: 'Error handling',
  empty: 'empty',
  yes: 'yes',
  no: 'no',
} as const satisfies Sentences;
