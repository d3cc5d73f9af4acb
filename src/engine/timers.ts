import type { StepTimers } from '../store/steps.ts';
import { timerPath } from './step-path.ts';

/** Gathers the timers that one attempt of a step sets and clears. */
export type TimerBox = StepTimers & {
  /** @returns the timer's id */
  add(content: Record<string, unknown>, at: Date): string;
  clear(id: string): void;
};

export function createTimerBox(path: string): TimerBox {
  const set: StepTimers['set'] = [];
  const cleared: string[] = [];
  return {
    set,
    cleared,
    add(content, at) {
      const id = timerPath(path, set.length);
      // Read back at once, as with what is emitted: the same value now and after a crash.
      set.push({ id, at: at.toISOString(), content: JSON.parse(JSON.stringify(content)) as unknown });
      return id;
    },
    clear(id) {
      cleared.push(id);
    },
  };
}

/** The JSON text of a step's timers; null without any. */
export function timersText({ set, cleared }: StepTimers): string | null {
  return set.length + cleared.length > 0 ? JSON.stringify({ set, cleared }) : null;
}
