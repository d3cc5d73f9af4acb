import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Picking variables, and what their pills say. */
export const variablesEnglish = {
  insertByTyping: 'Insert a variable (type {{ )',
  insertInto: 'Insert a variable into {{field}}',
  variablesFor: 'Variables for {{field}}',
  variables: 'Variables',
  picker: {
    search: 'Search variables',
    placeholder: 'Search names and values',
    nothingUpstream: 'Nothing upstream yet: connect a trigger with an Event Data Example.',
    noMatch: 'No variable matches “{{search}}”.',
    choose: '{{up}} {{down}} choose',
    open: '{{left}} {{right}} open',
    insert: '{{enter}} insert',
    thisRun: 'This run',
    sometimes: 'sometimes',
    whole: 'Insert',
    wholeOf: 'Insert all of {{name}}',
  },
  pill: {
    spoken: 'Variable {{name}}. {{hint}}',
    remove: 'Remove the variable {{name}}',
    modifiers: '1 modifier|{{count}} modifiers',
    title: 'Variable {{name}}',
    close: 'Close',
    type: 'Type',
    example: 'Example',
    removeThis: 'Remove',
    place: '{{component}} → {{path}}',
    hintWithExample: '{{place}}, e.g. {{example}}',
    hintWithType: '{{place}} ({{type}})',
    all: 'All that {{component}} gives',
  },
  broken: {
    name: 'unknown',
    unknown: 'Nothing says which variable this was. Remove it and pick one again.',
    modifier: 'Its modifier {{modifier}} does not exist here.',
    noReference: 'It names neither a variable nor a modifier.',
    noPath: '{{path}} is not the path of a variable.',
    notBefore: 'The component it comes from is not before this one.',
    noOutput: '{{component}} has no output “{{port}}”.',
    noField: '{{component}} has no {{path}}.',
  },
  sample: {
    list: 'list',
    fields: '1 field|{{number}} fields',
    items: '1 item|{{number}} items',
  },
  type: {
    string: 'text',
    number: 'number',
    boolean: 'true or false',
    object: 'object',
    array: 'list',
    null: 'null',
    unknown: 'unknown',
    'date-time': 'date and time',
    email: 'e-mail address',
    url: 'URL',
    optional: '{{type}}, not in every item',
  },
} as const satisfies Sentences;

export const variablesText = createArea('variables', variablesEnglish);
