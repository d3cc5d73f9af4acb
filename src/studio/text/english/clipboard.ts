import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Copying, pasting and importing flows as text. */
export const clipboardEnglish = {
  nothingToPaste: 'Nothing to paste',
  notRead: 'The browser does not let a menu read the clipboard. Use the keys.',
  notCopied: 'Not copied',
  useKeys: '{{reason}} Use the keys instead.',
  onlyHttps: 'The browser gives the clipboard to pages over HTTPS only.',
  imported: '{{what}} imported. Undo takes this back.',
  refusal: {
    empty: 'There is no text.',
    noJson: 'This is text, but neither components nor a flow as JSON.',
    noObject: 'This JSON is no flow: a flow is an object.',
    noFlow: 'This JSON is no flow. {{reason}}.',
    noFlowAt: 'This JSON is no flow. At {{path}}: {{reason}}.',
    noComponents: 'It holds no components.',
    tooLarge: 'It has {{size}} MB; a flow may have {{most}} MB at most.',
    newer: 'It was copied from a newer release. Reload this page, or export and import it.',
  },
} as const satisfies Sentences;

export const clipboardText = createArea('clipboard', clipboardEnglish);
