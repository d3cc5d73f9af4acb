import type { OutlineRow } from './outline-rows.ts';

/** A row as it stands in the tree. */
export type VisibleRow = { row: OutlineRow; expandable: boolean; expanded: boolean };

/**
 * The rows that show while some are closed. A closed row opens for the one that the keys act on: what is in hand is
 * never out of sight.
 */
export function visibleRows(
  rows: readonly OutlineRow[],
  closed: ReadonlySet<string>,
  activeKey: string | undefined,
): VisibleRow[] {
  const around = ancestorsOf(rows, activeKey);
  const visible: VisibleRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    if (row.level > hiddenBelow) continue;
    const expandable = (rows[index + 1]?.level ?? 0) > row.level;
    const expanded = expandable && (!closed.has(row.key) || around.has(row.key));
    hiddenBelow = expandable && !expanded ? row.level : Number.POSITIVE_INFINITY;
    visible.push({ row, expandable, expanded });
  }
  return visible;
}

function ancestorsOf(rows: readonly OutlineRow[], key: string | undefined): Set<string> {
  const ancestors = new Set<string>();
  let index = rows.findIndex((row) => row.key === key);
  for (let level = rows[index]?.level ?? 0; level > 1 && index >= 0; index--) {
    const row = rows[index]!;
    if (row.level >= level) continue;
    ancestors.add(row.key);
    level = row.level;
  }
  return ancestors;
}
