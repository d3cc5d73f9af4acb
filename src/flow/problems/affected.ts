import type { Descriptor, FlowNode } from '../descriptor.ts';
import { incoming, nodeOf, outgoing } from '../graph.ts';

/**
 * The components of `after` whose problems may have come or gone since `before`, besides those that had some: what
 * changed, other than its place, and all that a message of it reaches. Nothing else looks at what changed, except to
 * say what is wrong with referring to it.
 */
export function affectedBy(before: Descriptor, after: Descriptor): Set<string> {
  const changed = new Set<string>();
  for (const descriptor of [before, after]) {
    for (const id of Object.keys(descriptor))
      if (!alike(nodeOf(before, id), nodeOf(after, id))) changed.add(id);
  }
  const affected = new Set(changed);
  for (const descriptor of [before, after]) {
    for (const id of changed) {
      // The links that leave it tell the outputs of a component that is not installed.
      for (const { from } of incoming(descriptor, id)) affected.add(from);
    }
    // A Set's iteration also visits what is added meanwhile.
    for (const id of affected) for (const { to } of outgoing(descriptor, id)) affected.add(to);
  }
  return affected;
}

/** Do both say the same, wherever on the canvas they stand? */
function alike(a: FlowNode | undefined, b: FlowNode | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key === 'x' || key === 'y' || (Object.hasOwn(b, key) && a[key] === b[key]))
  );
}
