import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const deeds = ['keydown', 'pointerdown'] as const;

/**
 * Is there time for what stands around the flow? Not in the first picture; then as soon as the page has some, and at once
 * when somebody does something, which may be meant for what is not there yet.
 */
export function useSurroundings(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    if (there) return undefined;
    startTransition(() => setThere(true));
    const hurry = () => flushSync(() => setThere(true));
    for (const deed of deeds) window.addEventListener(deed, hurry, { capture: true });
    return () => {
      for (const deed of deeds) window.removeEventListener(deed, hurry, { capture: true });
    };
  }, [there]);
  return there;
}
