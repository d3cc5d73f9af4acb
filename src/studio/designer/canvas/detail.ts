import { createContext, useContext } from 'react';
import { simpleBelow } from './simple-below.ts';

/**
 * How much of cards and links is worth drawing: all of it; no small print; or, where not even a title can be read,
 * blocks and lines as on a map.
 */
export type Detail = 'full' | 'simple' | 'map';

export function detailAt(zoom: number): Detail {
  return zoom >= simpleBelow ? 'full' : zoom >= 0.2 ? 'simple' : 'map';
}

/** Read once for the whole canvas: a subscription in each card would cost at every frame of panning. */
export const DetailContext = createContext<Detail>('full');

export function useDetail(): Detail {
  return useContext(DetailContext);
}
