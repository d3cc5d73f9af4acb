import type { NoteColor } from '../../../../flow/notes.ts';

/** CSS colours of a note where no style sheet reaches: in a picture (`Note.module.css` in its light look), on the map. */
export type PaperColor = { paper: string; rim: string; map: string };

const plain: PaperColor = { paper: '#fdfcf8', rim: '#dcd8ca', map: '#cfcabb' };

const colors: Record<NoteColor, PaperColor> = {
  yellow: { paper: '#fdf4d0', rim: '#ecdfa6', map: '#e3cd78' },
  green: { paper: '#e8f4e2', rim: '#cbe2bf', map: '#a3cc8f' },
  blue: { paper: '#e5f0fb', rim: '#c3d9ef', map: '#93bae0' },
  pink: { paper: '#fbe9ee', rim: '#efcdd7', map: '#e2a3b5' },
};

export function paperColor(color: NoteColor | undefined): PaperColor {
  return color === undefined ? plain : colors[color];
}
