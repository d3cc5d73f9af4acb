import type { Node, NodePositionChange, Rect } from '@xyflow/react';
import { boxAround } from './box-around.ts';
import { type Guide, helperLines } from './helper-lines.ts';

/** px of the screen within which dragged cards fall into line with others */
const reach = 5;

export type View = { transform: [x: number, y: number, zoom: number]; width: number; height: number };

/** The positions of dragged cards, as a whole fallen into line with a card that one sees; and the lines to show. */
export function alignDrag(
  changes: NodePositionChange[],
  nodes: Node[],
  view: View,
): { changes: NodePositionChange[]; guides: Guide[] } {
  const positions = new Map(changes.flatMap(({ id, position }) => (position ? [[id, position]] : [])));
  const dragged: Rect[] = [];
  const others: Rect[] = [];
  for (const node of nodes) {
    const size = { width: node.width ?? 0, height: node.height ?? 0 };
    const position = positions.get(node.id);
    if (position) dragged.push({ ...position, ...size });
    else if (isSeen(node, view)) others.push({ ...node.position, ...size });
  }
  if (dragged.length === 0) return { changes, guides: [] };
  const { dx, dy, guides } = helperLines(boxAround(dragged), others, reach / view.transform[2]);
  if (dx === 0 && dy === 0) return { changes, guides };
  const shifted = changes.map((change) =>
    change.position
      ? { ...change, position: { x: change.position.x + dx, y: change.position.y + dy } }
      : change,
  );
  return { changes: shifted, guides };
}

function isSeen({ position, width = 0, height = 0 }: Node, view: View): boolean {
  const [x, y, zoom] = view.transform;
  const left = position.x * zoom + x;
  const top = position.y * zoom + y;
  return left + width * zoom > 0 && top + height * zoom > 0 && left < view.width && top < view.height;
}
