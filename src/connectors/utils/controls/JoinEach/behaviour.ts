import type { Behaviour, Gathered } from '../../../component.ts';
import { isBlank } from '../../duration.ts';
import { clearTimeouts, startTimeout, tally } from '../../gathered.ts';

/** What came with the same correlation id. */
type Came = { items: Gathered[]; count: number | undefined; timers: string[]; isOver: boolean };

const nothing = (): Came => ({ items: [], count: undefined, timers: [], isOver: false });

const cameBefore = tally(
  () => new Map<string, Came>(),
  (byCorrelation, one) => {
    const correlation = correlationOf(one);
    let came = byCorrelation.get(correlation);
    if (!came) byCorrelation.set(correlation, (came = nothing()));
    if (one.inPort === 'in') came.items.push(one);
    came.count ??= countOf(one);
    came.timers.push(...one.timers);
    came.isOver ||= one.emitted.length > 0;
  },
);

export const behaviour: Behaviour = {
  gathers: true,

  async receive(context) {
    const { earlier, current } = context.gathering!;
    const came = cameBefore(earlier).get(correlationOf(current)) ?? nothing();
    // It has been told of already; what comes now comes too late.
    if (came.isOver) return;
    if (current.inPort === 'count' && countOf(current) === undefined) {
      throw new context.CancelError('The count is no whole number.');
    }
    const isItem = current.inPort === 'in';
    const arrived = came.items.length + (isItem ? 1 : 0);
    const count = came.count ?? countOf(current);
    // They are sorted when they go on, not at each arrival.
    const items = () => inOrder(isItem ? [...came.items, current] : came.items);
    if (context.messages['timeout']) {
      await context.sendJson({ items: items(), count, arrived }, 'timeout');
    } else if (count !== undefined && arrived >= count) {
      await clearTimeouts(context, came.timers);
      await context.sendJson({ items: items() }, 'out');
    } else if (current.inPort === 'count') {
      await startTimeout(context, current.content['timeout'], current.content['correlationId']);
    }
  },
};

/** What is collected, in the order of the list it came of, whatever the order in which it came. */
function inOrder(items: Gathered[]): unknown[] {
  return items
    .toSorted((a, b) => byPosition(a.position, b.position))
    .map(({ content, originalContent }) => (isBlank(content['item']) ? originalContent : content['item']));
}

function byPosition(a: number[], b: number[]): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at === -1 ? a.length - b.length : a[at]! - (b[at] ?? -1);
}

function countOf({ inPort, content }: Gathered): number | undefined {
  if (inPort !== 'count' || isBlank(content['count'])) return undefined;
  const count = Number(content['count']);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}

function correlationOf({ content }: Gathered): string {
  const { correlationId } = content;
  return typeof correlationId === 'string' ? correlationId : '';
}
