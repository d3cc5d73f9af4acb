import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Expectation } from '../../../../flow/fit.ts';
import type { VariableRow } from '../variable-row.ts';
import { type RowDragging, VariableRowView } from './VariableRowView.tsx';
import classes from './VariableTree.module.css';

export type VariableTreeProps = {
  id: string;
  label: string;
  rows: readonly VariableRow[];
  /** px */
  maxHeight: number;
  /** The row that the keys act on; none in a tree that is only looked at. */
  cursor?: number;
  onToggle: (key: string) => void;
  onPick?: (row: VariableRow) => void;
  /** What the variables are picked for can work with; rows that give something else say so. */
  expects?: Expectation | undefined;
  /** Rows can be dragged on to inputs. */
  dragging?: RowDragging;
};

const rowHeight = 30;
const rowHeightWithTrail = 42;

/** A tree of any size: only the rows in view are in the page. */
export function VariableTree(props: VariableTreeProps) {
  const { id, label, rows, maxHeight, cursor, onToggle, onPick, expects, dragging } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // Another function makes it measure anew: when the rows are others, not at every render. No size is remembered under a
  // key, and keys of text would be hashed ten thousand times.
  const getItemKey = useMemo(() => keysFor(rows), [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.trail ? rowHeightWithTrail : rowHeight),
    getItemKey,
    overscan: 8,
    // The size is known before the first layout, so the first paint shows rows.
    initialRect: { width: 0, height: maxHeight },
  });

  useEffect(() => {
    if (cursor !== undefined) virtualizer.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, virtualizer]);

  return (
    <div ref={scroller} className={classes['scroller']} style={{ maxHeight }}>
      <div
        id={id}
        role="tree"
        aria-label={label}
        tabIndex={onPick ? -1 : 0}
        className={classes['rows']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <VariableRowView
                key={row.key}
                id={rowId(id, item.index)}
                row={row}
                top={item.start}
                height={item.size}
                current={item.index === cursor}
                onToggle={onToggle}
                onPick={onPick}
                expects={expects}
                dragging={dragging}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function keysFor({ length }: readonly VariableRow[]) {
  return (index: number) => Math.min(index, length);
}

/** The DOM id of a row, which a search field names as its active descendant. */
export function rowId(treeId: string, index: number): string {
  return `${treeId}-${index}`;
}
