type Box = { x: number; y: number; width?: number; height?: number };

/** The box around all of these, of thousands too: so many are no arguments of a function call. A place has no size. */
export function boxAround(boxes: readonly Box[]): { x: number; y: number; width: number; height: number } {
  const far = Number.POSITIVE_INFINITY;
  let [left, top, right, bottom] = [far, far, -far, -far];
  for (const { x, y, width = 0, height = 0 } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
