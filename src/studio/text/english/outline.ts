import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The flow as a nested list. */
export const outlineEnglish = {
  title: 'Outline',
  toggle: 'Show the flow as an outline, or as a canvas',
  tree: 'Flow',
  hint: '{{enter}} set up {{plus}} add after {{delete}} delete',
  deleteKey: 'Del',
  empty: 'Nothing here yet. Press {{key}} to search the components, and begin with a trigger.',
  addAfter: 'Add after {{name}}',
  addAfterByKey: 'Add after {{name}} (+)',
  row: {
    step: 'step {{number}} of {{total}}',
    notInstalled: 'Not installed',
    disabled: 'Disabled',
    sender: '{{component}} ({{port}})',
    from: 'from {{senders}}',
    alsoFrom: 'also from {{senders}}',
    goesOnTo: 'goes on to {{targets}}',
    nothingFollows: 'nothing follows yet',
    branchOf: 'branch of {{component}}',
  },
  added: '{{component}} added.',
  addedMany: '1 component added.|{{count}} components added.',
  removed: '{{component}} removed.',
  removedMany: '1 component removed.|{{count}} components removed.',
} as const satisfies Sentences;

export const outlineText = createArea('outline', outlineEnglish);
