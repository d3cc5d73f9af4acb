import type { Translation } from '../../../flow/messages/sentences.ts';
import type { designerEnglish } from '../english/designer.ts';

export const designer = {
  notLoaded: 'Der Flow konnte nicht geladen werden',
  components: 'Komponenten',
} as const satisfies Translation<typeof designerEnglish>;
