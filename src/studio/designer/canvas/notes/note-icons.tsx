import { type LucideIcon, type LucideProps, StickyNote } from 'lucide-react';
import { forwardRef } from 'react';
import type { NoteColor } from '../../../../flow/notes.ts';
import { paperColor } from './paper-color.ts';

/** A note in each of its colours. */
export const noteIcons: Record<NoteColor | 'plain', LucideIcon> = {
  plain: StickyNote,
  yellow: filled('yellow'),
  green: filled('green'),
  blue: filled('blue'),
  pink: filled('pink'),
};

function filled(color: NoteColor): LucideIcon {
  return forwardRef<SVGSVGElement, LucideProps>(function NoteIcon(props, ref) {
    return <StickyNote ref={ref} {...props} fill={paperColor(color).map} />;
  });
}
