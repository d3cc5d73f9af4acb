import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What a change breaks, told before it is made or while one types. */
export const impactEnglish = {
  dialog: {
    title: '1 input would lose its value|{{count}} inputs would lose their value',
    about:
      '{{change}}: choose what to fill it with instead. Undo takes back everything in one step.|{{change}}: choose what to fill them with instead. Undo takes back everything in one step.',
    noChoice:
      '{{change}}: nothing else is there to fill it with.|{{change}}: nothing else is there to fill them with.',
    remap: 'Apply and re-map {{count}}',
    without: 'Apply without',
  },
  notice: {
    title: '1 input has lost its field|{{count}} inputs have lost their field',
    about:
      'The example no longer has what it is filled with.|The example no longer has what they are filled with.',
    remap: 'Re-map {{count}}',
    keep: 'Keep broken',
  },
  looking: 'Looking at what the change breaks …',
  notMade: 'The change was not made',
  notLookedAt: 'What the example breaks could not be found out: {{reason}}',
  list: 'Lost variables',
  lost: {
    component: 'The component is removed',
    order: 'No longer comes before',
    port: 'The output is gone',
    field: 'The field is gone',
    type: 'Another type, which the input cannot take',
  },
  usedIn: 'Used in',
  place: '{{component}} › {{field}}',
  placeInRow: '{{component}} › {{field}}, row {{row}}',
  variable: '{{component}} › {{variable}}',
  goTo: 'Go to {{place}}',
  instead: 'Instead of {{variable}}',
  nothing: 'Leave broken',
  nothingLike: 'Nothing like it was found',
  proposed: 'Proposed',
  others: 'Other fields',
  candidate: '{{variable}}: {{why}}',
  why: {
    value: 'same value',
    name: 'same name',
    shape: 'same shape',
    place: 'same place',
  },
  renamed: {
    title: 'This flow is running and waits for “{{current}}”',
    about: 'Once you take the new name, events “{{current}}” no longer start it, and “{{next}}” does.',
    nameless: 'It needs the name of an event.',
    last: 'The last “{{name}}” came on {{time}}.',
    never: 'Of late no “{{name}}” came.',
    take: 'Take the new name',
    leave: 'Keep “{{current}}”',
  },
  published: {
    title: 'The published template waits for another event',
    kept: '“{{template}}” goes on with “{{published}}” until you publish again.',
    active:
      '1 active integration stays with it, after that, too.|{{count}} active integrations stay with it, after that, too.',
    thereafter:
      'What is activated after that waits for “{{draft}}”, so your application has to send it as well. What is known of the data of “{{published}}” stays.',
    lost: '1 mapping of the published version no longer works in this one: {{places}}.|{{count}} mappings of the published version no longer work in this one: {{places}}.',
    lostMore: 'And 1 more.|And {{count}} more.',
    lostMapping: '{{place}} ({{variable}})',
    untouched: 'The published template “{{template}}” stays as it is until you publish again.',
    activeUntouched: '1 active integration stays as it is.|{{count}} active integrations stay as they are.',
  },
} as const satisfies Sentences;

export const impactText = createArea('impact', impactEnglish);
