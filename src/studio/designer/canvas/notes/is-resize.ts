import type { NodeChange } from '@xyflow/react';

/** Does a hand hold a note's edge? Other reports of sizes come from measuring, which nothing here needs. */
export function isResize(change: NodeChange): boolean {
  return change.type === 'dimensions' && change.resizing !== undefined;
}
