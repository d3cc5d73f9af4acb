import type { Rect } from '@xyflow/react';

/** A line along which cards are aligned, in canvas pixels. */
export type Guide = { direction: 'across' | 'down'; at: number; from: number; to: number };

type Match = { shift: number; at: number; other: Rect };

/**
 * How far to shift a dragged box for its nearest edge or middle to fall into line with another's, at most `reach`; and
 * the lines to show for it. Across and down are found apart from each other.
 */
export function helperLines(box: Rect, others: Rect[], reach: number) {
  const down = nearest(linesOf(box.x, box.width), others, (other) => linesOf(other.x, other.width), reach);
  const across = nearest(
    linesOf(box.y, box.height),
    others,
    (other) => linesOf(other.y, other.height),
    reach,
  );
  const dx = down?.shift ?? 0;
  const dy = across?.shift ?? 0;
  const guides: Guide[] = [];
  if (down) {
    const [from, to] = span(box.y + dy, box.height, down.other.y, down.other.height);
    guides.push({ direction: 'down', at: down.at, from, to });
  }
  if (across) {
    const [from, to] = span(box.x + dx, box.width, across.other.x, across.other.width);
    guides.push({ direction: 'across', at: across.at, from, to });
  }
  return { dx, dy, guides };
}

/** Start, middle and end. */
function linesOf(start: number, length: number): [number, number, number] {
  return [start, start + length / 2, start + length];
}

/** Like falls into line with like: starts with starts, middles with middles, ends with ends. */
function nearest(
  own: [number, number, number],
  others: Rect[],
  of: (other: Rect) => [number, number, number],
  reach: number,
): Match | undefined {
  let best: Match | undefined;
  for (const other of others) {
    const lines = of(other);
    for (const kind of [0, 1, 2] as const) {
      const shift = lines[kind] - own[kind];
      if (Math.abs(shift) > reach || (best && Math.abs(best.shift) <= Math.abs(shift))) continue;
      best = { shift, at: lines[kind], other };
    }
  }
  return best;
}

function span(a: number, aLength: number, b: number, bLength: number): [number, number] {
  return [Math.min(a, b), Math.max(a + aLength, b + bLength)];
}
