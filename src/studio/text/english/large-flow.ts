import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** What authors of very large flows are told. */
export const largeFlowEnglish = {
  title: 'This flow is large',
  text: 'It has {{count}} components. From {{limit}} on, several flows that start one another are easier to read and to change.',
  dismiss: 'Dismiss this hint',
} as const satisfies Sentences;

export const largeFlowText = createArea('largeFlow', largeFlowEnglish);
