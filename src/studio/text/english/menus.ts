import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Menus and dialogs over the Designer. */
export const menusEnglish = {
  menu: 'Menu',
  chooser: {
    commands: 'Find a command, a component or a step',
    replace: 'Replace by',
    nothing: 'Nothing found',
    more: '1 more: type to narrow the list|{{count}} more: type to narrow the list',
  },
  entry: { go: 'Go to {{component}}', add: 'Add {{component}}', step: 'Step {{number}}' },
  shortcuts: 'Keyboard shortcuts',
  rename: 'New label of {{component}}',
  import: {
    title: 'Import a flow',
    hint: 'A flow as JSON: a document with the member “flow”, or its components alone.',
    mode: 'What is imported',
    add: 'Adds to this flow',
    replace: 'Takes the place of this flow',
    text: 'Flow JSON',
    file: 'Choose a file…',
    cancel: 'Cancel',
    submit: 'Import',
    unreadable: 'The file cannot be read.',
  },
} as const satisfies Sentences;

export const menusText = createArea('menus', menusEnglish);
