import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What recurs on many screens: states, times, buttons of dialogs. */
export const uiEnglish = {
  windowTitle: '{{page}} · Tributary',
  untitled: 'Untitled',
  loading: 'Loading',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  clearSearch: 'Clear the search',
  noComponents: 'No components',
  test: 'Test',
  stage: {
    running: 'Running',
    stopped: 'Stopped',
    starting: 'Starting…',
    stopping: 'Stopping…',
    error: 'Error',
  },
  run: {
    queued: 'Queued',
    running: 'Running',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  time: {
    justNow: 'just now',
    minutesAgo: '{{count}} min ago',
    hoursAgo: '{{count}} h ago',
    yesterday: 'yesterday',
    daysAgo: '1 day ago|{{count}} days ago',
  },
  duration: {
    milliseconds: '{{milliseconds}} ms',
    seconds: '{{seconds}} s',
    minutes: '{{minutes}} min {{seconds}} s',
    hours: '{{hours}} h {{minutes}} min',
  },
  json: {
    whole: 'The whole value',
    items: '1 item|{{count}} items',
    keys: '1 key|{{count}} keys',
    showMore: 'Show {{some}} of {{all}} more',
    showText: 'Show all {{length}} characters',
  },
  background: {
    failed: 'It could not be done in the background: {{reason}}',
    silent: 'It took too long.',
    gone: 'This part of the Studio could not be loaded. Reload the page.',
  },
} as const satisfies Sentences;

export const uiText = createArea('ui', uiEnglish);
