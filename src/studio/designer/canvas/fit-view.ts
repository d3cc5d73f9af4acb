import type { FitViewOptions } from '@xyflow/react';

/** The whole flow, with room around it; never larger than life. */
export const fitViewOptions: FitViewOptions = {
  maxZoom: 1,
  padding: { x: '40px', top: '40px', bottom: '80px' },
};
