import type { Timers } from '../timers.ts';

/** A clock and timers that a test moves on. */
export function createFakeTimers(): {
  timers: Timers;
  clock: () => number;
  advance: (milliseconds: number) => Promise<void>;
} {
  let now = 0;
  let next = 1;
  const waiting = new Map<unknown, { task: () => void; due: number }>();
  return {
    clock: () => now,
    timers: {
      set(task, milliseconds) {
        const id = next++;
        waiting.set(id, { task, due: now + milliseconds });
        return id;
      },
      clear: (id) => void waiting.delete(id),
    },
    /** Runs what falls due within the time, in order, and lets what it started get as far as it can. */
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [id, first] =
          [...waiting].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
        if (!first) break;
        waiting.delete(id);
        now = first.due;
        first.task();
        await settled();
      }
      now = end;
      await settled();
    },
  };
}

/** Lets every promise that can be settled settle. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
