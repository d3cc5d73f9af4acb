import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Fields of the inspector: lists, colours, tiles, dates and what other services would choose. */
export const inspectorFieldsEnglish = {
  list: {
    add: 'Add',
    item: '{{label}}, item {{number}}',
    up: 'Move item {{number}} up',
    down: 'Move item {{number}} down',
    remove: 'Remove item {{number}}',
    moved: 'Item {{number}} of {{count}}',
  },
  clear: 'Clear',
  google:
    'Google is not connected here, so enter the id: in the address of a file or folder it stands behind “/d/” or “/folders/”.',
  oneDrive:
    'OneDrive is not connected here, so enter the id: in the address of a file or folder it stands behind “id=”.',
  shownAs: 'Shown as {{date}}',
} as const satisfies Sentences;

export const inspectorFieldsText = createArea('inspector-fields', inspectorFieldsEnglish);
