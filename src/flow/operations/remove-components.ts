import { errorPort } from '../connection.ts';
import type { Descriptor } from '../descriptor.ts';
import { incoming, linksOf, nodeOf, outgoing, type Link } from '../graph.ts';
import { message } from '../messages/message.ts';
import { hasLink, mappingOf, withLink, withoutLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Removes components with their links. A chain heals: from A→B→C without B remains A→C, with A's out port and with what
 * C had filled in, as long as it is clear what bridges the gap.
 */
export function removeComponents({ ids }: { ids: string[] }): Operation {
  return {
    name: message('operation.delete', { count: ids.length }),
    apply(descriptor) {
      const removed = new Set(ids.filter((id) => nodeOf(descriptor, id)));
      if (removed.size === 0) return descriptor;
      let result: Descriptor = Object.fromEntries(
        Object.entries(descriptor).filter(([id]) => !removed.has(id)),
      );
      for (const link of linksOf(descriptor)) {
        if (!removed.has(link.from) || removed.has(link.to)) continue;
        result = detach(result, link, bridge(descriptor, removed, link));
      }
      return result;
    },
  };
}

function detach(descriptor: Descriptor, link: Link, replacement: Link | undefined): Descriptor {
  return updateNode(descriptor, link.to, (node) => {
    const detached = withoutLink(node, link);
    if (!replacement || hasLink(detached, replacement)) return detached;
    const mapping = mappingOf(node, link) ?? { type: 'json2new', modifiers: {}, lambda: {} };
    return withLink(detached, replacement, mapping);
  });
}

/**
 * The link that takes the place of `link`, found by walking up through the removed components. Each on the way must have
 * exactly one link in, and send on through one out port only: behind a condition's two branches, both healed, everything
 * would run always. What leaves an error port is no part of the chain: it tells of a component that is gone.
 */
function bridge(descriptor: Descriptor, removed: Set<string>, link: Link): Link | undefined {
  const seen = new Set<string>();
  let current = link;
  while (removed.has(current.from)) {
    const id = current.from;
    if (seen.has(id) || current.outPort === errorPort) return undefined;
    seen.add(id);
    const [arriving, ...others] = incoming(descriptor, id);
    if (!arriving || others.length > 0) return undefined;
    const ports = new Set(outgoing(descriptor, id).map(({ outPort }) => outPort));
    ports.delete(errorPort);
    if (ports.size !== 1) return undefined;
    current = arriving;
  }
  if (current.from === link.to) return undefined;
  return { from: current.from, outPort: current.outPort, to: link.to, inPort: link.inPort };
}
