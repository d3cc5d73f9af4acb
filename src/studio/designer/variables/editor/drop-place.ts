import type { EditorView } from '@codemirror/view';
import type { Point } from '../drag/drop-target.ts';
import { placeholderRanges } from '../placeholders.ts';

/** The offset in the text that lies nearest to a place in the window; never inside of a pill. */
export function offsetAt(view: EditorView, point: Point): number {
  return besidePills(view.state.doc.toString(), view.posAtCoords(point, false));
}

/** The offset itself, or the nearer end of the placeholder it lies in. */
export function besidePills(text: string, offset: number): number {
  const inside = placeholderRanges(text).find(({ from, to }) => from < offset && offset < to);
  if (!inside) return offset;
  return offset - inside.from < inside.to - offset ? inside.from : inside.to;
}
