import type { Behaviour, Gathered } from '../../../component.ts';
import { isBlank } from '../../duration.ts';
import { clearTimeouts, startTimeout } from '../../gathered.ts';

export const behaviour: Behaviour = {
  gathers: true,

  async receive(context) {
    const { current } = context.gathering!;
    const earlier = context.gathering!.earlier.filter((one) => correlationOf(one) === correlationOf(current));
    // It has been told of already; what comes now comes too late.
    if (earlier.some(({ emitted }) => emitted.length > 0)) return;
    if (current.inPort === 'count' && countOf(current) === undefined) {
      throw new context.CancelError('The count is no whole number.');
    }
    const now = [...earlier, current];
    const items = itemsOf(now);
    const count = now.map(countOf).find((one) => one !== undefined);
    if (context.messages['timeout']) {
      await context.sendJson({ items, count, arrived: items.length }, 'timeout');
    } else if (count !== undefined && items.length >= count) {
      await clearTimeouts(context, earlier);
      await context.sendJson({ items }, 'out');
    } else if (current.inPort === 'count') {
      await startTimeout(context, current.content['timeout'], current.content['correlationId']);
    }
  },
};

/** The items in the order of the list they came of, whatever the order in which they came. */
function itemsOf(messages: Gathered[]): unknown[] {
  return messages
    .filter(({ inPort }) => inPort === 'in')
    .toSorted((a, b) => inOrder(a.position, b.position))
    .map(({ content, originalContent }) => (isBlank(content['item']) ? originalContent : content['item']));
}

function inOrder(a: number[], b: number[]): number {
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
