import type { FinalConnectionState, XYPosition } from '@xyflow/react';
import { cardWidth, onGrid } from '../../../flow/placement.ts';
import type { Picking } from './canvas-store.ts';
import { headerHeight } from './card-size.ts';

/** What to pick where a connection was let go over nothing: the new card's port comes where the pointer is. */
export function pickingByDrop(
  event: MouseEvent | TouchEvent,
  { fromHandle, toHandle }: FinalConnectionState,
  toFlow: (point: XYPosition) => XYPosition,
): Picking | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point || !fromHandle?.id || toHandle) return undefined;
  const screen = { x: point.clientX, y: point.clientY };
  if (!document.elementFromPoint(screen.x, screen.y)?.closest('.react-flow__pane')) return undefined;
  const { x, y } = toFlow(screen);
  const port = { x: onGrid(x), y: onGrid(y - headerHeight / 2) };
  return fromHandle.type === 'source'
    ? { gap: { kind: 'after', from: fromHandle.nodeId, outPort: fromHandle.id }, screen, at: port }
    : {
        gap: { kind: 'before', to: fromHandle.nodeId, inPort: fromHandle.id },
        screen,
        at: { x: port.x - cardWidth, y: port.y },
      };
}
