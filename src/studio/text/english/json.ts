import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Editors of JSON. The keys of `editor` are CodeMirror's own phrases. */
export const jsonEnglish = {
  format: 'Format',
  layingOut: 'Laying out your JSON…',
  at: '{{message}} (line {{line}}, column {{column}})',
  use: 'Use as JSON',
  meant: 'Understood: {{changes}}.',
  almost: 'Read more generously, it stops here: {{message}}',
  refused:
    '{{length}} million characters are too many to paste here. An example may have {{most}} million; a part of your data will do.',
  editor: {
    'Fold line': 'Fold line',
    'Unfold line': 'Unfold line',
    'folded code': 'folded code',
    unfold: 'unfold',
    'Folded lines': 'Folded lines',
    'Unfolded lines': 'Unfolded lines',
    to: 'to',
    'Selection deleted': 'Selection deleted',
  },
} as const satisfies Sentences;

export const jsonText = createArea('json', jsonEnglish);
