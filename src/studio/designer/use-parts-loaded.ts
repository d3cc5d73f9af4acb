import { useEffect } from 'react';
import { loadParts } from '../ui/lazy-part.ts';
import { whenIdle } from '../ui/when-idle.ts';

/** ms to leave the page to itself; a browser that knows when it is idle waits for that besides. */
const rest = 2000;

/** Fetches what the Designer has not needed yet, in a quiet moment: an author whose network fails goes on drawing. */
export function usePartsLoaded(): void {
  useEffect(() => {
    let callOff: (() => void) | undefined;
    const timer = setTimeout(() => (callOff = whenIdle(() => void loadParts())), rest);
    return () => {
      clearTimeout(timer);
      callOff?.();
    };
  }, []);
}
