import type { Descriptor, FlowNode } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import type { Message } from '../messages/message.ts';

/**
 * One change to a flow, as data and a pure function: one gesture, one undo step, one autosave.
 *
 * `apply` never changes its argument, shares every part that stays the same, and gives the very same object back when
 * nothing changes, so a store can tell by identity whether there is anything to undo or to save.
 */
export type Operation = {
  /** What the undo list shows, e.g. "Move 3 components". */
  name: Message;
  apply(descriptor: Descriptor): Descriptor;
};

/** Several operations as one, in this order, each on the result of the one before. */
export function sequence({ name, operations }: { name: Message; operations: Operation[] }): Operation {
  return {
    name,
    apply: (descriptor) => operations.reduce((current, operation) => operation.apply(current), descriptor),
  };
}

/** The descriptor with one component changed; the same when there is none or `change` gives it back unchanged. */
export function updateNode(
  descriptor: Descriptor,
  id: string,
  change: (node: FlowNode) => FlowNode,
): Descriptor {
  const node = nodeOf(descriptor, id);
  if (!node) return descriptor;
  const changed = change(node);
  return changed === node ? descriptor : { ...descriptor, [id]: changed };
}
