import { useSyncExternalStore } from 'react';
import { slotsIn, subscribeToSlots } from './unsent-slots.ts';

/** Is there work on this flow in this browser that its server does not have, as far as is known here? */
export function useHasUnsentWork(flowId: string): boolean {
  return useSyncExternalStore(subscribeToSlots, () =>
    slotsIn(localStorage).some((slot) => slot.flowId === flowId),
  );
}
