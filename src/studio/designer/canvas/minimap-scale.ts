import type { Rect, XYPosition } from '@xyflow/react';

/** How the canvas is drawn small: `small = (large - corner) * factor`. */
export type Scale = { factor: number; corner: XYPosition };

/** The scale at which all boxes fit into `size`, with a margin, in the middle. */
export function scaleToFit(
  boxes: Rect[],
  size: { width: number; height: number },
  margin: number,
): Scale | undefined {
  if (boxes.length === 0) return undefined;
  const far = Number.POSITIVE_INFINITY;
  let [left, top, right, bottom] = [far, far, -far, -far];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const factor = Math.min(
    (size.width - 2 * margin) / Math.max(1, right - left),
    (size.height - 2 * margin) / Math.max(1, bottom - top),
  );
  const corner = {
    x: (left + right - size.width / factor) / 2,
    y: (top + bottom - size.height / factor) / 2,
  };
  return { factor, corner };
}
