import type { VisibleRow } from './visible-rows.ts';

/** What a key does: goes to another row, or opens or closes one. */
export type WalkAction = { to: number } | { toggle: string };

/** Rows that PageUp and PageDown pass. */
const page = 10;

/** Reads a key in the manner of a tree; undefined: it means nothing here. */
export function walkAction(rows: readonly VisibleRow[], active: number, key: string): WalkAction | undefined {
  const current = rows[active];
  if (!current) return undefined;
  const to = (index: number) => ({ to: Math.max(0, Math.min(rows.length - 1, index)) });
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active - 1);
    case 'PageDown':
      return to(active + page);
    case 'PageUp':
      return to(active - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (!current.expandable) return undefined;
      return current.expanded ? to(active + 1) : { toggle: current.row.key };
    case 'ArrowLeft':
      return current.expanded ? { toggle: current.row.key } : to(parentOf(rows, active));
    default:
      return undefined;
  }
}

/** The next row, round the end, whose name begins with what was typed; the active one too while the text grows. */
export function rowByText(names: readonly string[], active: number, text: string): number | undefined {
  const wanted = text.toLowerCase();
  const first = text.length > 1 ? active : active + 1;
  for (let step = 0; step < names.length; step++) {
    const index = (first + step) % names.length;
    if (names[index]!.toLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}

function parentOf(rows: readonly VisibleRow[], active: number): number {
  const { level } = rows[active]!.row;
  for (let index = active - 1; index >= 0; index--) if (rows[index]!.row.level < level) return index;
  return active;
}
