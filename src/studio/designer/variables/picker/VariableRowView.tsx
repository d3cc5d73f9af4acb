import { ChevronRight } from 'lucide-react';
import { type ComponentProps, memo } from 'react';
import { type Expectation, misfitOf } from '../../../../flow/fit.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { ComponentIcon } from '../../../ui/ComponentIcon.tsx';
import { sampleText } from '../sample-text.ts';
import type { VariableRow } from '../variable-row.ts';
import { expectedText, misfitText } from '../misfit-text.ts';
import { RowGlyph } from './TypeGlyph.tsx';
import classes from './VariableTree.module.css';

type Props = {
  id: string;
  row: VariableRow;
  /** px, in the tree. */
  top: number;
  height: number;
  current: boolean;
  onToggle: (key: string) => void;
  onPick: ((row: VariableRow) => void) | undefined;
  expects: Expectation | undefined;
  dragging: RowDragging | undefined;
};

/** `isClick`: the press that ends was no drag. */
export type RowDragging = {
  handlersOf: (
    row: VariableRow,
  ) => Pick<ComponentProps<'div'>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;
  isClick: (event: Pick<MouseEvent, 'detail'>) => boolean;
};

/** A click opens what has children and picks what has none; the whole of an object is picked by its button. */
export const VariableRowView = memo(function VariableRowView(props: Props) {
  const { id, row, top, height, current, onToggle, onPick, expects, dragging } = props;
  const heading = row.kind === 'component' || row.kind === 'constants';
  const picks = (row.reference !== undefined || row.choice !== undefined) && onPick !== undefined;
  const act = () => {
    if (row.expandable) onToggle(row.key);
    else if (picks) onPick(row);
  };
  const misfit = row.field && !row.expandable ? misfitOf(row.field, expects) : undefined;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={current}
      {...(row.expandable ? { 'aria-expanded': row.expanded } : {})}
      className={classes['row']}
      data-heading={heading || undefined}
      data-current={current || undefined}
      data-still={(!row.expandable && !picks) || undefined}
      data-draggable={(dragging && row.reference !== undefined) || undefined}
      data-misfit={misfit !== undefined || undefined}
      style={{ top, height, paddingLeft: 8 + (row.level - 1) * 16 }}
      onClick={(event) => {
        // What cannot be dragged was clicked, whatever another row was a moment ago.
        if (!row.reference || !dragging || dragging.isClick(event)) act();
      }}
      {...(row.reference ? dragging?.handlersOf(row) : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') act();
      }}
      // The search field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ChevronRight
        size={14}
        aria-hidden
        className={classes['chevron']}
        data-open={row.expanded || undefined}
        data-none={!row.expandable || undefined}
      />
      {row.componentType !== undefined && <ComponentIcon type={row.componentType} size={20} />}
      {!heading && row.kind !== 'port' && <RowGlyph row={row} />}
      <span className={classes['text']}>
        <span className={classes['label']}>{row.label}</span>
        {row.trail && <span className={classes['trail']}>{row.trail}</span>}
      </span>
      {row.field?.optional && <span className={classes['note']}>{text('picker.sometimes')}</span>}
      {misfit && (
        <span className={classes['misfit']} title={misfitText(misfit)}>
          {text('picker.expected', { kind: expectedText(misfit.expects) })}
        </span>
      )}
      {row.field && <span className={classes['sample']}>{sampleText(row.field)}</span>}
      {row.expandable && row.reference && onPick && (
        <button
          type="button"
          tabIndex={-1}
          className={classes['whole']}
          aria-label={text('picker.wholeOf', { name: row.label })}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            onPick(row);
          }}
        >
          {text('picker.whole')}
        </button>
      )}
    </div>
  );
});
