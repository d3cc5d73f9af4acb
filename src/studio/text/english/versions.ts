import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The published versions of a flow, compared with what is open. */
export const versionsEnglish = {
  button: 'Versions',
  title: 'Versions of {{flow}}',
  notLoaded: 'The versions could not be loaded',
  versionNotLoaded: 'Version {{revision}} could not be loaded',
  panel: 'Versions and differences',
  restoreElsewhere: 'To restore a version, open it from its draft.',
  none: {
    title: 'Nothing published yet',
    text: 'Each time you publish this flow, what you published is kept here, to compare your draft with it or to go back to it.',
  },
  list: {
    label: 'Published versions',
    version: 'Version {{revision}}',
    first: 'first version',
    by: 'by {{user}}',
    showOlder: 'Show older versions',
  },
  canvas: {
    label: 'Canvas of the version',
    cardHelp: 'Press Enter to see in the list what became of this component.',
    added: '{{what}}, added',
    removed: '{{what}}, removed',
    changed: '{{what}}, changed',
    moved: '{{what}}, moved',
  },
  kind: {
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved',
  },
  legend: {
    label: 'Legend',
    added: 'Added since',
    removed: 'Removed since',
    changed: 'Changed since',
    moved: 'Only moved',
  },
  differences: {
    label: 'Differences',
    draftSame: 'Your draft is the same as version {{revision}}.',
    templateSame: 'The template is the same as version {{revision}}.',
    draftSince: 'Your draft since version {{revision}}: {{changes}}',
    templateSince: 'The template since version {{revision}}: {{changes}}',
    link: 'Link from {{from}} to {{to}}',
    values: ': was {{before}}, is {{after}}',
    showMore: 'Show {{number}} more',
  },
  restore: {
    button: 'Restore this version',
    done: 'Version {{revision}} is back in the draft',
    text: 'Undo takes it away again. Nothing is published until you publish it.',
  },
} as const satisfies Sentences;

export const versionsText = createArea('versions', versionsEnglish);
