import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';

/** A place in the window, in px. */
export type Point = { x: number; y: number };

/** An input that a variable can be dropped on. */
export type DropTarget = {
  /** The variable is held over it. */
  over: (at: Point) => void;
  /** It is not any more. */
  left: () => void;
  take: (reference: Reference, at: Point) => void;
};

const targets = new WeakMap<Element, DropTarget>();

/** Lets variables be dropped on an element. */
export function useDropTarget(element: RefObject<HTMLElement | null>, target: DropTarget, enabled = true) {
  const over = useEffectEvent(target.over);
  const left = useEffectEvent(target.left);
  const take = useEffectEvent(target.take);
  useEffect(() => {
    const key = element.current;
    if (!key || !enabled) return undefined;
    targets.set(key, {
      over: (at) => over(at),
      left: () => left(),
      take: (reference, at) => take(reference, at),
    });
    return () => {
      targets.delete(key);
    };
  }, [element, enabled]);
}

/** The innermost target at a place. What floats there and lets the pointer through is not in the way. */
export function dropTargetAt({ x, y }: Point): DropTarget | undefined {
  for (let at = document.elementFromPoint(x, y); at; at = at.parentElement) {
    const target = targets.get(at);
    if (target) return target;
  }
  return undefined;
}
