import type { Link } from '../graph.ts';
import { message } from '../messages/message.ts';
import { withoutLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/** Removes a link and the inputs filled for it. */
export function disconnect({ link }: { link: Link }): Operation {
  return {
    name: message('operation.disconnect'),
    apply: (descriptor) => updateNode(descriptor, link.to, (node) => withoutLink(node, link)),
  };
}
