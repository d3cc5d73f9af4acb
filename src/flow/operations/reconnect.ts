import { checkConnection } from '../connection.ts';
import type { Catalogue } from '../definition.ts';
import { nodeOf, sameLink, type Link } from '../graph.ts';
import { message } from '../messages/message.ts';
import { initialMapping } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { hasLink, mappingOf, withLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Moves an end of a link. What the link fills in stays as long as it ends in the same in port; in another one it begins
 * with the default values. A link that `checkConnection` refuses, with the old one gone, changes nothing.
 */
export function reconnect(options: { from: Link; to: Link; catalogue: Catalogue }): Operation {
  const { from, to, catalogue } = options;
  return {
    name: message('operation.reconnect'),
    apply(descriptor) {
      const target = nodeOf(descriptor, from.to);
      if (!target || !hasLink(target, from) || sameLink(from, to)) return descriptor;
      const detached = disconnect({ link: from }).apply(descriptor);
      if (!checkConnection(detached, catalogue, to).ok) return descriptor;
      const sameTarget = from.to === to.to && from.inPort === to.inPort;
      const kept = sameTarget ? mappingOf(target, from) : undefined;
      return updateNode(detached, to.to, (node) =>
        withLink(node, to, kept ?? mappingOf(node, to) ?? initialMapping(detached, catalogue, to)),
      );
    },
  };
}
