import { useEffect } from 'react';
import { useCanvas, useCanvasStore } from './canvas-context.ts';

/** ms; a little more than the transition in Canvas.module.css */
const duration = 260;

/** Do cards glide to where they are put? Only for as long as that takes: what one drags must follow the pointer. */
export function useGliding(): boolean {
  const canvas = useCanvasStore();
  const gliding = useCanvas((state) => state.gliding);
  useEffect(() => {
    if (!gliding) return undefined;
    const timer = setTimeout(() => canvas.getState().setGliding(false), duration);
    return () => clearTimeout(timer);
  }, [canvas, gliding]);
  return gliding;
}
