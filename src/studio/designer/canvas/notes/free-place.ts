import type { Rect, XYPosition } from '@xyflow/react';
import { noteIds, noteOf, noteSize } from '../../../../flow/notes.ts';
import type { FlowContent } from '../../../../flow/operations/operation.ts';
import { grid, onGrid } from '../../../../flow/placement.ts';
import { catalogue } from '../../../catalogue.ts';
import { cardSizes } from '../card-sizes.ts';

/** The corner of a new note whose middle is to be at a point; lower down where it would lie below a card or on a note. */
export function freeNotePlace(content: FlowContent, { x, y }: XYPosition): XYPosition {
  const corner = { x: onGrid(x - noteSize.width / 2), y: onGrid(y - noteSize.height / 2) };
  const inTheWay = boxesOf(content)
    .filter((box) => box.x < corner.x + noteSize.width + grid && box.x + box.width + grid > corner.x)
    .toSorted((a, b) => a.y - b.y);
  for (const box of inTheWay) {
    if (box.y >= corner.y + noteSize.height + grid) break;
    const below = Math.ceil((box.y + box.height) / grid) * grid + grid;
    if (below > corner.y) corner.y = below;
  }
  return corner;
}

function boxesOf({ descriptor, notes }: FlowContent): Rect[] {
  const sizes = cardSizes(descriptor, catalogue);
  const cards = Object.entries(descriptor).map(([id, { x, y }]) => ({ x, y, ...sizes[id]! }));
  return [...cards, ...noteIds(notes).flatMap((id) => noteOf(notes, id) ?? [])];
}
