import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The flow as a nested list. */
export const outlineEnglish = {
  title: 'Outline',
  toggle: 'Show the flow as an outline, or as a canvas',
  tree: 'Flow',
  hint: '{{enter}} set up {{plus}} add after {{connect}} connect {{delete}} delete',
  deleteKey: 'Del',
  keys: {
    title: 'In the outline',
    walk: 'From row to row, into and out of branches',
    name: 'To a row by its name, when the first letter has no command of its own',
    letters: 'a–z',
    open: 'Set up, or open a branch',
    select: 'Select the row',
    add: 'Add after the row',
    connect: 'Connect to …',
    disconnect: 'Remove a link',
    delete: 'Delete',
  },
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
} as const satisfies Sentences;

export const outlineText = createArea('outline', outlineEnglish);
