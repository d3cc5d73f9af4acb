import type { SlotLocks } from './slot-locks.ts';
import { slotKey, slotsIn } from './unsent-slots.ts';
import { createUnsentWorkKeeper, type UnsentWorkKeeper } from './unsent-work.ts';

/** A place for unsent work that no other page touches until it is given up. */
export type ClaimedSlot = { keeper: UnsentWorkKeeper; release: () => Promise<void> };

export type ClaimOptions = { storage: Storage; locks: SlotLocks; newId: () => string };

/** The newest work on a flow whose page is gone, else a place of its own. */
export async function claimSlot(flowId: string, options: ClaimOptions): Promise<ClaimedSlot> {
  const left = await claimLeftWork(flowId, options);
  if (left) return left;
  const slot = { flowId, slotId: options.newId() };
  const release = await options.locks.claim(slotKey(slot));
  if (!release) throw new Error('A fresh place for unsent work was taken.');
  return { keeper: createUnsentWorkKeeper(options.storage, slot), release };
}

/** The newest work on a flow whose page is gone; undefined when there is none. */
export async function claimLeftWork(
  flowId: string,
  { storage, locks }: ClaimOptions,
): Promise<ClaimedSlot | undefined> {
  const found = slotsIn(storage)
    .filter((slot) => slot.flowId === flowId)
    .map((slot) => ({ slot, keeper: createUnsentWorkKeeper(storage, slot) }))
    .map((place) => ({ ...place, at: place.keeper.read()?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const { slot, keeper } of found) {
    const release = await locks.claim(slotKey(slot));
    if (!release) continue;
    // Whoever had it may have sent it in this very moment.
    if (keeper.read()) return { keeper, release };
    keeper.forget();
    await release();
  }
  return undefined;
}
