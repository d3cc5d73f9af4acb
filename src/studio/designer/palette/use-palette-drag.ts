import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { cornerAround } from '../canvas/corner-around.ts';
import type { Placement } from './place-component.ts';

/** px the pointer moves before a press is a drag */
const threshold = 4;

export type PaletteDrag = { component: ComponentDefinition; pointerId: number; x: number; y: number };

/**
 * Dragging out of the palette by pointer events: mouse, pen and touch alike (HTML's own drag and drop knows no touch).
 * The card lands centred below the pointer, on the grid; Escape, or letting go elsewhere than on the canvas, drops
 * nothing.
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
  const [drag, setDrag] = useState<PaletteDrag>();
  const pressed = useRef<PaletteDrag>(undefined);
  /** A press that became a drag is no click. */
  const wasDrag = useRef(false);

  const cancel = () => {
    pressed.current = undefined;
    setDrag(undefined);
    onEnd();
  };

  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      pressed.current = undefined;
      setDrag(undefined);
      onEnd();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [dragging, onEnd]);

  const handlersOf = (component: ComponentDefinition) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      wasDrag.current = false;
      if (event.button !== 0 || !event.isPrimary) return;
      // At once: a hand may be off the item, and on the next one, before the press counts as a drag.
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { component, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const press = pressed.current;
      if (press?.pointerId !== event.pointerId) return;
      if (!wasDrag.current) {
        if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < threshold) return;
        wasDrag.current = true;
      }
      const at = { x: event.clientX, y: event.clientY };
      setDrag({ ...press, ...at });
      onMove(
        component,
        isOverCanvas(at.x, at.y) ? screenToFlowPosition(at, { snapToGrid: false }) : undefined,
      );
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const press = pressed.current;
      cancel();
      if (!press || !wasDrag.current || !isOverCanvas(event.clientX, event.clientY)) return;
      const at = { x: event.clientX, y: event.clientY };
      const middle = screenToFlowPosition(at, { snapToGrid: false });
      onDrop(component, cornerAround(middle), middle);
    },
    onPointerCancel: cancel,
  });

  return {
    drag,
    handlersOf,
    // A key has no pointer (`detail` 0), so no drag before it counts.
    isClick: (event: Pick<MouseEvent, 'detail'>) => event.detail === 0 || !wasDrag.current,
  };
}

/** The ghost below the pointer lets events through, so what is found is what lies behind it. */
export function isOverCanvas(x: number, y: number): boolean {
  const canvas = document.querySelector('[data-canvas]');
  return canvas?.contains(document.elementFromPoint(x, y)) ?? false;
}
