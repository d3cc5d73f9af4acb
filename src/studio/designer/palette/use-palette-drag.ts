import { useReactFlow } from '@xyflow/react';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { cornerAround } from '../canvas/corner-around.ts';
import { type PointerDrag, usePointerDrag } from '../gesture/use-pointer-drag.ts';
import type { Placement } from './place-component.ts';

export type PaletteDrag = PointerDrag<ComponentDefinition>;

/**
 * Dragging out of the palette. The card lands centred below the pointer, on the grid; Escape, or letting go elsewhere
 * than on the canvas, drops nothing.
 */
export function usePaletteDrag({
  onMove,
  onDrop,
  onEnd,
}: {
  /** `middle` of the ghost, in canvas pixels; undefined while it is not over the canvas. */
  onMove: (component: ComponentDefinition, middle: Placement | undefined) => void;
  onDrop: (component: ComponentDefinition, at: Placement, middle: Placement) => void;
  onEnd: () => void;
}) {
  const { screenToFlowPosition } = useReactFlow();
  const middleOf = ({ x, y }: PaletteDrag) =>
    isOverCanvas(x, y) ? screenToFlowPosition({ x, y }, { snapToGrid: false }) : undefined;
  return usePointerDrag<ComponentDefinition>({
    onMove: (drag) => onMove(drag.thing, middleOf(drag)),
    onDrop: (drag) => {
      const middle = middleOf(drag);
      if (middle) onDrop(drag.thing, cornerAround(middle), middle);
    },
    onEnd,
  });
}

/** The ghost below the pointer lets events through, so what is found is what lies behind it. */
export function isOverCanvas(x: number, y: number): boolean {
  const canvas = document.querySelector('[data-canvas]');
  return canvas?.contains(document.elementFromPoint(x, y)) ?? false;
}
