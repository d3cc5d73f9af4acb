import type { FitViewOptions, Rect } from '@xyflow/react';
import { largeFlow } from './large-flow.ts';
import type { CanvasNode } from './canvas-node.ts';
import { simpleBelow } from './simple-below.ts';

/** The whole flow, with room around it; never larger than life. */
export const fitViewOptions: FitViewOptions = {
  maxZoom: 1,
  padding: { x: '40px', top: '40px', bottom: '80px' },
};

/** Canvas pixels right of, above and below the first trigger, which make the beginning of a flow. */
const beginning = { right: 1280, above: 320, below: 960 };

/**
 * What to show when a flow opens: all of it; of a large one, which would be a mere map, the beginning in a size that
 * can be read.
 */
export function openingView(nodes: CanvasNode[]): FitViewOptions {
  const cards = nodes.filter((node) => node.type === 'card');
  const first = cards.find(({ data }) => data.geometry.in.length === 0) ?? cards[0];
  if (cards.length <= largeFlow || !first) return fitViewOptions;
  const { x, y } = first.position;
  const { right, above, below } = beginning;
  const near = { x, y: y - above, width: right, height: above + below };
  return {
    ...fitViewOptions,
    minZoom: simpleBelow,
    nodes: nodes.filter(({ position }) => contains(near, position)),
  };
}

function contains({ x, y, width, height }: Rect, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x < x + width && point.y >= y && point.y <= y + height;
}
