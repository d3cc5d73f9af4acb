import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What keeps a flow from running. */
export const problemsEnglish = {
  title: 'Problems',
  count: '1 problem|{{count}} problems',
  none: 'No problems',
  next: 'Go to the next problem',
  previous: 'Go to the previous problem',
  toggle: 'Show or hide the problems',
  close: 'Close the problems',
  thisFlow: 'This flow',
  visited: 'Problem {{number}} of {{total}}: {{component}}, {{problem}}',
  notStarted: 'This flow cannot be started yet. These are to be solved first.',
  notPublished: 'This flow cannot be published yet. These are to be solved first.',
  about: 'These keep the flow from being started or published.',
  nothing: 'Nothing keeps this flow from running.',
  fieldOfLink: '{{field}}, input from {{component}}',
} as const satisfies Sentences;

export const problemsText = createArea('problems', problemsEnglish);
