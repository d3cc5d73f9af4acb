import type { Behaviour, Gathered } from '../../../component.ts';
import { clearTimeouts, startTimeout } from '../../gathered.ts';

export const behaviour: Behaviour = {
  gathers: true,

  async receive(context) {
    const { earlier, current, senders } = context.gathering!;
    if (earlier.some(({ emitted }) => emitted.includes('timeout'))) return;
    if (context.messages['timeout']) {
      const arrived = senders.filter((sender) => countOf(earlier, sender) > 0).length;
      await context.sendJson({ count: senders.length, arrived }, 'timeout');
      return;
    }
    const now = [...earlier, current];
    // Where a sender sends several, the second ones make a second message, and so on. Tested by itself it has no sender.
    const complete = (messages: Gathered[]) =>
      senders.length === 0
        ? messages.length
        : Math.min(...senders.map((sender) => countOf(messages, sender)));
    if (complete(now) > complete(earlier)) {
      await clearTimeouts(context, earlier);
      await context.sendJson({}, 'out');
    } else if (earlier.length === 0) {
      await startTimeout(context, context.properties['timeout']);
    }
  },
};

function countOf(messages: Gathered[], wanted: string): number {
  return messages.filter(({ sender }) => sender === wanted).length;
}
