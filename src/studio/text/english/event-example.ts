import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Where the example of an app event can come from. */
export const eventExampleEnglish = {
  title: 'Learn from real events',
  contract: 'Event contract',
  nameless: 'Give the event a name to learn from those that were sent.',
  last: 'Use the last event',
  every: 'Use all known fields',
  next: 'Listen for the next one',
  waiting: 'Waiting for “{{event}}”',
  hint: 'Send it from your application now. Escape cancels.',
  cancel: 'Cancel',
  none: 'No event named “{{event}}” was sent yet.',
  nothingKnown:
    'Nothing is known of “{{event}}” yet: it has started no flow of yours, and its contract is not locked.',
  silence: 'No event named “{{event}}” came within ten minutes.',
  failed: 'This did not work: {{reason}}',
  taken: 'The example is now the event of {{time}}.',
  everyTaken: 'The example now has the fields of the event contract.',
  arrived: 'The event has arrived ({{time}}) and is now the example.',
  history: {
    notMerged: 'The events were not taken over',
    open: 'Pick from history',
    label: 'Latest events',
    loading: 'Loading the latest events',
    failed: 'The latest events could not be loaded: {{reason}}',
    retry: 'Try again',
    use: 'Use as example',
    merge: 'Merge 1 event|Merge {{count}} events',
    about: 'Several are merged into one example that has every field.',
  },
  drift: {
    title: 'Events “{{event}}” have changed',
    hurts: 'In this flow it hurts',
    hurtsNothing: 'No mapping of this flow takes what has changed.',
    place: '{{place}} ({{variable}})',
    look: 'Look at the events',
  },
  names: 'Names that were sent of late',
} as const satisfies Sentences;

export const eventExampleText = createArea('event-example', eventExampleEnglish);
