import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, outgoing, topologicalOrder } from '../../../flow/graph.ts';

export type Step = 'next' | 'previous' | 'above' | 'below';

/**
 * The component one comes to from another along the links: what follows it, what it follows, or its neighbour among
 * those that stand beside it (that follow the same one, else that follow nothing too). Uppermost first; from nowhere to
 * the first of the flow. Undefined where the way ends.
 */
export function stepFrom(descriptor: Descriptor, id: string | undefined, step: Step): string | undefined {
  if (id === undefined) return topologicalOrder(descriptor)[0];
  if (step === 'next')
    return uppermost(
      descriptor,
      outgoing(descriptor, id).map(({ to }) => to),
    )[0];
  const before = uppermost(
    descriptor,
    incoming(descriptor, id).map(({ from }) => from),
  );
  if (step === 'previous') return before[0];
  const beside =
    before[0] === undefined
      ? Object.keys(descriptor).filter((other) => incoming(descriptor, other).length === 0)
      : outgoing(descriptor, before[0]).map(({ to }) => to);
  const column = uppermost(descriptor, beside);
  return column[column.indexOf(id) + (step === 'below' ? 1 : -1)];
}

function uppermost(descriptor: Descriptor, ids: string[]): string[] {
  return [...new Set(ids)].sort(
    (a, b) => descriptor[a]!.y - descriptor[b]!.y || descriptor[a]!.x - descriptor[b]!.x,
  );
}
