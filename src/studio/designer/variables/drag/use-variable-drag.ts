import { useRef } from 'react';
import { usePointerDrag } from '../../gesture/use-pointer-drag.ts';
import type { VariableRow } from '../variable-row.ts';
import { type DropTarget, dropTargetAt } from './drop-target.ts';

/** Dragging a row of the picker on to an input. `onDropped`: one has taken the variable. */
export function useVariableDrag(onDropped: () => void) {
  const target = useRef<DropTarget>(undefined);
  const aim = (next: DropTarget | undefined) => {
    if (target.current !== next) target.current?.left();
    target.current = next;
  };
  return usePointerDrag<VariableRow>({
    onMove: (at) => {
      aim(dropTargetAt(at));
      target.current?.over(at);
    },
    onDrop: (at) => {
      const { reference } = at.thing;
      const taker = dropTargetAt(at);
      if (!reference || !taker) return;
      onDropped();
      taker.take(reference, at);
    },
    onEnd: () => aim(undefined),
  });
}
