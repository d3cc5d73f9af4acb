import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming } from '../../../flow/graph.ts';

/**
 * For each component the nearest one that every message to it must have passed, its immediate dominator; undefined
 * where there is none. `order` is the flow's topological order. In a cycle, links that lead back are passed over.
 *
 * Each component's place in a nested list follows from it: below what it depends on, and behind everything that is
 * upstream of it (a walk through the tree of dominators in this order is a topological order too).
 */
export function dominatorsOf(
  descriptor: Descriptor,
  order: readonly string[],
): Map<string, string | undefined> {
  const dominators = new Map<string, string | undefined>();
  const depths = new Map<string | undefined, number>([[undefined, 0]]);
  const depth = (id: string | undefined) => depths.get(id) ?? 0;

  const meet = (one: string | undefined, other: string | undefined) => {
    let [a, b] = [one, other];
    while (a !== b) {
      if (depth(a) >= depth(b)) a = a === undefined ? a : dominators.get(a);
      else b = b === undefined ? b : dominators.get(b);
    }
    return a;
  };

  for (const id of order) {
    const senders = incoming(descriptor, id)
      .map(({ from }) => from)
      .filter((from) => dominators.has(from));
    const [first, ...others] = senders;
    const dominator = others.reduce(meet, first);
    dominators.set(id, dominator);
    depths.set(id, depth(dominator) + 1);
  }
  return dominators;
}
