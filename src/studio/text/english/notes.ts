import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Notes on the canvas. */
export const notesEnglish = {
  add: 'Add a note',
  edit: 'Edit the note',
  color: 'Colour',
  colors: {
    plain: 'Plain note',
    yellow: 'Yellow note',
    green: 'Green note',
    blue: 'Blue note',
    pink: 'Pink note',
  },
  spoken: 'Note: {{words}}',
  spokenEmpty: 'Empty note',
  spokenOf: '{{name}}, {{place}} of {{count}}',
  empty: 'Double-click to write',
  placeholder: 'Write a note…',
  text: 'Text of the note',
  keys: 'Press Enter to select this note and Enter again to write. Arrow keys move it, Delete removes it.',
  goTo: 'Go to {{note}}',
  detail: 'Note',
  added: '{{note}} added.',
  removed: '{{note}} removed.',
  parts: {
    content: 'Text',
    color: 'Colour',
    size: 'Size',
    other: 'Other',
    position: 'Position',
  },
  inspector: {
    title: 'Note',
    help: 'For those who read the flow; it changes nothing in a run. Headings (#), **bold**, *italic*, `code`, lists (-) and links work.',
    width: 'Width',
    height: 'Height',
  },
  selection: {
    notes: '1 note|{{count}} notes',
    both: '{{components}} and {{notes}}',
  },
} as const satisfies Sentences;

export const notesText = createArea('notes', notesEnglish);
