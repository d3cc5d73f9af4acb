import { Portal } from '@mantine/core';
import type { PointerDrag } from '../../gesture/use-pointer-drag.ts';
import { TypeGlyph } from '../picker/TypeGlyph.tsx';
import type { VariableRow } from '../variable-row.ts';
import classes from './VariableGhost.module.css';

/** The variable that follows the pointer. */
export function VariableGhost({ drag: { thing, x, y } }: { drag: PointerDrag<VariableRow> }) {
  return (
    <Portal>
      <div
        className={classes['ghost']}
        style={{ transform: `translate(${x + 12}px, ${y + 8}px)` }}
        aria-hidden
      >
        <TypeGlyph field={thing.field} />
        <span className={classes['label']}>{thing.label}</span>
      </div>
    </Portal>
  );
}
