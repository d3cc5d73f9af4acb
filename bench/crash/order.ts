import type { SentEvent } from './senders.ts';
import type { Call, Calls, Receiver } from './receiver.ts';
import { kept } from './flows.ts';

/** Two calls under one key at the same time: somebody does a step while somebody else is still at it. */
export function overlapsOf(no: number, call: string, calls: Calls | undefined): string[] {
  return [...(calls ?? [])].flatMap(([key, made]) => {
    const inOrder = made.toSorted((a, b) => a.began - b.began);
    const overlap = inOrder.some((one, index) => index > 0 && endOf(inOrder[index - 1]!) > one.began);
    return overlap ? [`Event ${no}: two calls to ${call} under ${key} overlapped`] : [];
  });
}

/** Of events with one key, those sent after an earlier one was acknowledged come to the receiver after it is done there. */
export function wrongOrder(sent: SentEvent[], receiver: Receiver): string[] {
  const spans = sent
    .filter(({ name, answeredAt }) => name === kept.name && answeredAt !== undefined)
    .flatMap((event) => {
      const calls = [...(receiver.calls.get(`${kept.call} ${event.no}`)?.values() ?? [])].flat();
      if (calls.length === 0) return []; // told as lost
      const began = Math.min(...calls.map((call) => call.began));
      return [{ event, began, ended: Math.max(...calls.map(endOf)) }];
    });
  return spans.flatMap((later) =>
    spans
      .filter(
        (earlier) =>
          earlier.event.user === later.event.user &&
          earlier.event.customer === later.event.customer &&
          earlier.event.answeredAt! < later.event.sentAt &&
          earlier.ended > later.began,
      )
      .map(
        (earlier) =>
          `Event ${later.event.no} came to ${kept.call} before event ${earlier.event.no} of customer ${later.event.customer} was done`,
      ),
  );
}

function endOf({ ended }: Call): number {
  return ended ?? Number.POSITIVE_INFINITY;
}
