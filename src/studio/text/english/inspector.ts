import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Where the selected component is set up. */
export const inspectorEnglish = {
  label: 'Label',
  flow: {
    title: 'Flow settings',
    hint: 'Select a component to name its event, fill its fields and use variables of the steps before it.',
    concurrency: 'Runs at once, at most',
    concurrencyNote:
      'Further runs wait until one of these ends or sleeps. For those who activate a template it counts for each of them.',
    asManyAsCome: 'As many as come',
    concurrencyWrong: 'A whole number from 1 to {{most}}, or nothing for as many as come.',
    order: 'Order of events',
    orderNote:
      'Events with the same value run one after another. A later one waits for an earlier one that sleeps, too.',
    orderedBy: 'by {{path}}',
    noOrder: 'in no order',
  },
  several: {
    title: '{{what}} selected',
    text: 'Select one to set it up. Together they can be moved, duplicated and deleted.',
  },
  inputs: {
    notConnected: 'Connect this component to fill its fields.',
    from: 'Input from',
    fromHint: 'Each incoming link fills the fields in its own way.',
    sender: '{{component}} ({{port}})',
  },
  variable: {
    use: 'Use a variable',
    useFor: 'Use a variable for {{field}}',
    variablesFor: 'Variables for {{field}}',
    fixed: 'Use a fixed value',
  },
  field: {
    choose: 'Choose',
    clear: 'Clear',
    nothingFound: 'Nothing found',
    copy: 'Copy {{field}}',
    add: 'Add',
  },
  pair: {
    name: 'Name',
    value: 'Value',
    numbered: '{{word}} {{number}}',
    valueOf: '{{word}} {{number}} of {{field}}',
    remove: 'Remove {{pair}}',
    removeAs: '{{word}} {{pair}}',
  },
  rows: {
    row: '{{field}}, row {{number}}',
    condition: '{{field}}, condition {{number}}',
    removeRow: 'Remove {{field}}, row {{number}}',
    removeCondition: 'Remove {{field}}, condition {{number}}',
    and: 'and',
    or: 'or',
    addAnd: 'And',
    addOr: 'Or',
    addCondition: 'Add condition',
    startAnew: 'Replace with rows',
  },
  source: { loading: 'Loading', retry: 'Try again' },
  event: {
    nameHint: 'Matched exactly, upper and lower case included; 1 to 200 characters.',
    fields: 'Fields found',
    firstFields: 'The first {{shown}} are listed here. The search of the variable picker finds all of them.',
    reading: 'Reading the example',
    noExample:
      'Paste the JSON that your application sends: its fields become variables in the steps that follow.',
    noJson: 'Once the example is valid JSON, its fields show here.',
    noFields: 'The example has no fields of its own; downstream it can be used as a whole.',
    send: 'Send this event',
    language: 'Language',
    copySdk: 'Copy the SDK call',
    copyCurl: 'Copy the curl command',
    token: 'Sent with the access token of the user whose flows it should start.',
  },
  webhook: {
    automation: {
      title: 'Good for automations',
      text: 'This URL belongs to this flow alone. In an integration template each activated instance gets a URL of its own: start those with On App Event instead.',
    },
    integration: {
      title: 'Each activated integration gets its own URL',
      text: 'The URL above is this draft’s own. Every user who activates the template gets another one, which your application does not know. Start templates with On App Event instead.',
    },
  },
} as const satisfies Sentences;

export const inspectorText = createArea('inspector', inspectorEnglish);
