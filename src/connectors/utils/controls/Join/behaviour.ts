import type { Behaviour } from '../../../component.ts';
import { clearTimeouts, startTimeout, tally } from '../../gathered.ts';

type Came = { all: number; bySender: Map<string | undefined, number>; timers: string[]; timeIsUp: boolean };

const cameBefore = tally<Came>(
  () => ({ all: 0, bySender: new Map(), timers: [], timeIsUp: false }),
  (came, { sender, emitted, timers }) => {
    came.all += 1;
    came.bySender.set(sender, (came.bySender.get(sender) ?? 0) + 1);
    came.timers.push(...timers);
    came.timeIsUp ||= emitted.includes('timeout');
  },
);

export const behaviour: Behaviour = {
  gathers: true,

  async receive(context) {
    const { earlier, current, senders } = context.gathering!;
    const came = cameBefore(earlier);
    if (came.timeIsUp) return;
    const countOf = (sender: string) => came.bySender.get(sender) ?? 0;
    if (context.messages['timeout']) {
      const arrived = senders.filter((sender) => countOf(sender) > 0).length;
      await context.sendJson({ count: senders.length, arrived }, 'timeout');
      return;
    }
    const countNow = (sender: string) => countOf(sender) + (sender === current.sender ? 1 : 0);
    // Where a sender sends several, the second ones make a second message, and so on. Tested by itself it has no sender.
    const isComplete =
      senders.length === 0 || Math.min(...senders.map(countNow)) > Math.min(...senders.map(countOf));
    if (isComplete) {
      await clearTimeouts(context, came.timers);
      await context.sendJson({}, 'out');
    } else if (came.all === 0) {
      await startTimeout(context, context.properties['timeout']);
    }
  },
};
