import { createSlotLocks, type SlotLocks } from '../slot-locks.ts';

/** The browser's locks, in memory: each page of the same browser is given its own end of them. */
export function createMemoryLocks(): { page: () => SlotLocks } {
  const held = new Set<string>();
  const request = async (key: string, _: LockOptions, task: (lock: Lock | null) => Promise<void>) => {
    if (held.has(key)) return task(null);
    held.add(key);
    await task({ name: key, mode: 'exclusive' });
    held.delete(key);
  };
  return { page: () => createSlotLocks({ request } as unknown as LockManager) };
}
