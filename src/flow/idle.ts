import type { Descriptor } from './descriptor.ts';
import { incoming, outgoing } from './graph.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The components that cannot run because of disabled ones: these themselves, and what only they lead to. A component
 * that a message also reaches another way is not idle.
 */
export function idleComponents(descriptor: Descriptor): ReadonlySet<string> {
  const disabled = Object.keys(descriptor).filter((id) => descriptor[id]!.disabled);
  if (disabled.length === 0) return none;
  const isOff = new Set(disabled);
  const starts = Object.keys(descriptor).filter((id) => incoming(descriptor, id).length === 0);
  const alive = reached(
    descriptor,
    starts.filter((id) => !isOff.has(id)),
    (id) => !isOff.has(id),
  );
  const behind = reached(descriptor, disabled, () => true);
  return new Set([...behind].filter((id) => !alive.has(id)));
}

function reached(descriptor: Descriptor, from: string[], passes: (id: string) => boolean): Set<string> {
  const seen = new Set(from);
  for (const id of seen) {
    for (const { to } of outgoing(descriptor, id)) if (passes(to)) seen.add(to);
  }
  return seen;
}
