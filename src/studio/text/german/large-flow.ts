import type { Translation } from '../../../flow/messages/sentences.ts';
import type { largeFlowEnglish } from '../english/large-flow.ts';

export const largeFlow = {
  title: 'Dieser Flow ist groß',
  text: 'Er hat {{count}} Komponenten. Ab {{limit}} sind mehrere Flows, die einander starten, leichter zu lesen und zu ändern.',
  dismiss: 'Hinweis schließen',
} satisfies Translation<typeof largeFlowEnglish>;
