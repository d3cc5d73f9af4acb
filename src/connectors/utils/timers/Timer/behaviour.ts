import { type Behaviour, CancelError } from '../../../component.ts';

const minuteMs = 60_000;

export const behaviour: Behaviour = {
  pure: true,

  schedule: {
    /** Counted from the start, so that late ticks do not put off those after them. */
    next(properties, after, started) {
      const minutes = Number(properties['interval']);
      if (!(minutes >= 1)) throw new CancelError('A timer takes one minute at least.');
      const every = minutes * minuteMs;
      const passed = Math.floor((after.getTime() - started.getTime()) / every);
      return new Date(started.getTime() + (Math.max(0, passed) + 1) * every);
    },
    /** So one sees what the flow does without waiting for it. */
    immediate: () => true,
    message: (_properties, { now, previous }) => ({
      now: now.toISOString(),
      lastTick: previous?.toISOString() ?? null,
      elapsed: previous ? now.getTime() - previous.getTime() : null,
    }),
  },

  /** Its message comes with the run. */
  async receive() {},
};
