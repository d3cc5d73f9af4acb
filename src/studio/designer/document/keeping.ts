import type { Timers } from './timers.ts';
import type { UnsentWork, UnsentWorkKeeper } from './unsent-work.ts';

/** Puts unsent edits where they survive this page. */
export type Keeping = {
  /** After an edit: a moment later, while further edits put it off. */
  soon: () => void;
  /** At once. False when it could not be kept. */
  now: () => boolean;
  /** At once, unless all there is lies there already. False when it could not be kept. */
  rest: () => boolean;
  /** There is nothing to keep any more. */
  forget: () => void;
  /** Puts nothing more there of itself. */
  pause: () => void;
};

/** Milliseconds after an edit, so that nobody waits while typing in megabytes … */
const delay = 300;
/** … but never longer than this after the first of them. */
const longestWait = 2000;

export function createKeeping(options: {
  keeper: UnsentWorkKeeper;
  timers: Timers;
  clock: () => number;
  work: () => UnsentWork;
  /** Told what came of it. */
  told: (kept: boolean) => void;
}): Keeping {
  const { keeper, timers, clock, work, told } = options;
  let timer: unknown;
  let editedSince: number | undefined;
  let kept = true;

  const disarm = () => {
    timers.clear(timer);
    timer = undefined;
  };
  const tell = (result: boolean) => {
    kept = result;
    told(result);
  };
  const now = () => {
    disarm();
    editedSince = undefined;
    tell(keeper.keep(work()));
    return kept;
  };
  return {
    soon() {
      editedSince ??= clock();
      disarm();
      timer = timers.set(now, Math.max(0, Math.min(delay, editedSince + longestWait - clock())));
    },
    now,
    rest: () => (editedSince === undefined ? kept : now()),
    forget() {
      disarm();
      editedSince = undefined;
      keeper.forget();
      tell(true);
    },
    pause: disarm,
  };
}
