import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The modifiers of a variable: the chain, their arguments, and the list to add from. */
export const pillEnglish = {
  title: 'Modifiers',
  drag: 'Drag {{name}} to another place',
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  remove: 'Remove {{name}}',
  missing: 'This modifier does not exist here.',
  keep: 'Keep the value if it fails',
  keepHint: 'The step goes on with the value as it was, and its log has a warning.',
  stage: {
    value: 'Gives',
    kept: 'Fails and keeps the value:',
    failed: 'Fails:',
    waiting: 'Trying…',
    nothing: 'nothing',
    list: '1 item|{{count}} items',
  },
  noSample: 'There is no example to try modifiers on.',
  add: {
    open: 'Add modifier',
    search: 'Search modifiers',
    list: 'Modifiers to add',
    noMatch: 'No modifier matches “{{search}}”.',
    fitting: 'Fits {{kind}}',
    others: 'Others',
    example: '{{value}} → {{result}}',
  },
  kind: {
    text: 'a text',
    number: 'a number',
    boolean: 'true or false',
    date: 'a date',
    list: 'a list',
    object: 'an object',
  },
  chooseZone: 'IANA name, such as Europe/Prague',
} as const satisfies Sentences;

export const pillText = createArea('pill', pillEnglish);
