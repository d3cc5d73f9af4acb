import type { Rect, XYPosition } from '@xyflow/react';
import { boxAround } from './box-around.ts';

/** How the canvas is drawn small: `small = (large - corner) * factor`. */
export type Scale = { factor: number; corner: XYPosition };

/** The scale at which all boxes fit into `size`, with a margin, in the middle. */
export function scaleToFit(
  boxes: Rect[],
  size: { width: number; height: number },
  margin: number,
): Scale | undefined {
  if (boxes.length === 0) return undefined;
  const { x, y, width, height } = boxAround(boxes);
  const factor = Math.min(
    (size.width - 2 * margin) / Math.max(1, width),
    (size.height - 2 * margin) / Math.max(1, height),
  );
  const corner = {
    x: x + (width - size.width / factor) / 2,
    y: y + (height - size.height / factor) / 2,
  };
  return { factor, corner };
}
