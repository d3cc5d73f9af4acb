import { createSlotLocks, type SlotLocks } from '../slot-locks.ts';

/** The browser's locks, in memory: each page of the same browser is given its own end of them. */
export function createMemoryLocks(): { page: () => SlotLocks } {
  const held = new Map<string, Promise<void>>();
  const request = async (key: string, options: LockOptions, task: (lock: Lock | null) => Promise<void>) => {
    while (held.has(key)) {
      if (options.ifAvailable) return task(null);
      await held.get(key);
    }
    const done = task({ name: key, mode: 'exclusive' });
    held.set(key, done);
    await done;
    held.delete(key);
  };
  return { page: () => createSlotLocks({ request } as unknown as LockManager) };
}
