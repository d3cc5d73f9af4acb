import type { VariableRow } from '../variable-row.ts';

/** What a key does to a tree: moves the cursor, opens or closes a row, or picks it. */
export type TreeAction = { move: number } | { toggle: string } | { pick: VariableRow };

const treeKeys = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter', 'ArrowRight', 'ArrowLeft']);

/** Can a key mean anything to a tree? */
export function isTreeKey(key: string): boolean {
  return treeKeys.has(key);
}

/** Rows that PageUp and PageDown pass. */
const page = 10;

/**
 * Reads a key in the manner of a tree. Left and right are the caret's while a search text stands in the field
 * (`searching`). `undefined`: the key means nothing here.
 */
export function treeAction(
  rows: readonly VariableRow[],
  cursor: number,
  key: string,
  searching: boolean,
): TreeAction | undefined {
  const row = rows[cursor];
  const last = rows.length - 1;
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return { move: Math.min(last, cursor + 1) };
    case 'ArrowUp':
      return { move: Math.max(0, cursor - 1) };
    case 'PageDown':
      return { move: Math.min(last, cursor + page) };
    case 'PageUp':
      return { move: Math.max(0, cursor - page) };
    case 'Enter':
      if (row.reference || row.choice) return { pick: row };
      return row.expandable ? { toggle: row.key } : undefined;
    case 'ArrowRight':
      if (searching || !row.expandable) return undefined;
      return row.expanded ? { move: Math.min(last, cursor + 1) } : { toggle: row.key };
    case 'ArrowLeft':
      if (searching) return undefined;
      return row.expandable && row.expanded ? { toggle: row.key } : { move: parentOf(rows, cursor) };
    default:
      return undefined;
  }
}

/** Where the cursor stands when the rows are new: on the first plain value, else on the first variable. */
export function firstPick(rows: readonly VariableRow[]): number {
  const plain = rows.findIndex((row) => row.reference !== undefined && !row.expandable);
  return plain >= 0
    ? plain
    : Math.max(
        0,
        rows.findIndex((row) => row.reference !== undefined),
      );
}

function parentOf(rows: readonly VariableRow[], cursor: number): number {
  const { level } = rows[cursor]!;
  for (let index = cursor - 1; index >= 0; index--) if (rows[index]!.level < level) return index;
  return cursor;
}
