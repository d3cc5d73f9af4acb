import type { Catalogue } from '../definition.ts';
import type { Mapping } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import { joints, openGap, type Gap } from '../insertion.ts';
import { message } from '../messages/message.ts';
import { initialMapping } from './connect.ts';
import { mappingOf, withLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Joins a component of the flow to a gap. What follows a link that it goes into keeps what it had filled in. Where the
 * rules for links do not let it go there, nothing changes.
 */
export function fillGap({ gap, id, catalogue }: { gap: Gap; id: string; catalogue: Catalogue }): Operation {
  return {
    name: message(gap.kind === 'on' ? 'operation.insert' : 'operation.connect'),
    apply(descriptor) {
      const links = joints(descriptor, catalogue, gap, id);
      if (!links) return descriptor;
      const target = gap.kind === 'on' ? nodeOf(descriptor, gap.link.to) : undefined;
      const kept: Mapping | undefined = target && gap.kind === 'on' ? mappingOf(target, gap.link) : undefined;
      return links.reduce(
        (current, link) =>
          updateNode(current, link.to, (node) => {
            const before = link.to === id ? undefined : kept;
            return withLink(
              node,
              link,
              before ?? mappingOf(node, link) ?? initialMapping(current, catalogue, link),
            );
          }),
        openGap(descriptor, gap),
      );
    },
  };
}
