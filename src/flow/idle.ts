import type { Descriptor } from './descriptor.ts';
import { carriesMessages } from './error-handling.ts';
import { incoming, linksOf, outgoing } from './graph.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The components that cannot run: disabled ones, what only they lead to, and what only an `error` port leads to that
 * nothing is sent to. A component that a message also reaches another way is not idle.
 */
export function idleComponents(descriptor: Descriptor): ReadonlySet<string> {
  const disabled = Object.keys(descriptor).filter((id) => descriptor[id]!.disabled);
  const dead = linksOf(descriptor).filter((link) => !carriesMessages(descriptor, link));
  if (disabled.length === 0 && dead.length === 0) return none;
  const isOff = new Set(disabled);
  const starts = Object.keys(descriptor).filter((id) => incoming(descriptor, id).length === 0);
  const alive = reached(
    starts.filter((id) => !isOff.has(id)),
    (id) =>
      outgoing(descriptor, id)
        .filter((link) => !isOff.has(link.to) && carriesMessages(descriptor, link))
        .map(({ to }) => to),
  );
  const behind = reached([...disabled, ...dead.map(({ to }) => to)], (id) =>
    outgoing(descriptor, id).map(({ to }) => to),
  );
  return new Set([...behind].filter((id) => !alive.has(id)));
}

function reached(from: string[], next: (id: string) => string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const to of next(id)) seen.add(to);
  return seen;
}
