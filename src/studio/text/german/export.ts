import type { Translation } from '../../../flow/messages/sentences.ts';
import type { exportEnglish } from '../english/export.ts';

export const exportTexts = {
  unnamedFile: 'Flow',
  noPicture: 'Das Bild wurde nicht erstellt',
  noRoom: 'Dieser Browser hat nicht genug Speicher für das Bild.',
} as const satisfies Translation<typeof exportEnglish>;
