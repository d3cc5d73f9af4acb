import type { Translation } from '../../../flow/messages/sentences.ts';
import type { clipboardEnglish } from '../english/clipboard.ts';

export const clipboard = {
  nothingToPaste: 'Nichts einzufügen',
  notRead: 'Der Browser lässt Menüs nicht aus der Zwischenablage lesen. Verwenden Sie das Tastenkürzel.',
  notCopied: 'Nicht kopiert',
  useKeys: '{{reason}} Verwenden Sie stattdessen das Tastenkürzel.',
  onlyHttps: 'Der Browser gibt die Zwischenablage nur für Seiten über HTTPS frei.',
  imported: '{{what}} importiert. Mit „Rückgängig“ nehmen Sie das zurück.',
  refusal: {
    empty: 'Es ist kein Text vorhanden.',
    noJson: 'Das ist Text, aber weder Komponenten noch ein Flow als JSON.',
    noObject: 'Dieses JSON ist kein Flow: Ein Flow ist ein Objekt.',
    noFlow: 'Dieses JSON ist kein Flow. {{reason}}.',
    noFlowAt: 'Dieses JSON ist kein Flow. Bei {{path}}: {{reason}}.',
    noComponents: 'Es enthält keine Komponenten.',
    tooLarge: 'Es hat {{size}} MB; ein Flow darf höchstens {{most}} MB haben.',
    newer:
      'Es wurde aus einer neueren Version kopiert. Laden Sie diese Seite neu, oder exportieren und importieren Sie es.',
  },
} as const satisfies Translation<typeof clipboardEnglish>;
