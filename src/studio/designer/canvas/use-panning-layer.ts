import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/** ms without a move after which panning has ended */
const rest = 150;

/**
 * Marks the canvas while it is panned. The flow is then a layer of its own that is moved as a whole, not painted anew at
 * every frame; but not while one zooms, for a layer is only magnified, and would blur.
 */
export function usePanningLayer(): void {
  const flow = useStoreApi();
  useEffect(() => {
    let timer: number | undefined;
    const end = () => {
      window.clearTimeout(timer);
      timer = undefined;
      flow.getState().domNode?.removeAttribute('data-layer');
    };
    const unsubscribe = flow.subscribe(({ transform, domNode }, { transform: before }) => {
      if (transform === before) return;
      if (transform[2] !== before[2]) return timer && end();
      if (timer === undefined) domNode?.setAttribute('data-layer', '');
      window.clearTimeout(timer);
      timer = window.setTimeout(end, rest);
    });
    return () => {
      unsubscribe();
      end();
    };
  }, [flow]);
}
