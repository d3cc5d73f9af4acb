import type { Upstream } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import { fieldAt, type FieldTree } from './field-at.ts';
import { incoming, nodeOf } from './graph.ts';
import { mappingOf } from './operations/links.ts';
import { parsePath } from './path.ts';
import { own } from './record.ts';
import { splitTemplate } from './template.ts';

/**
 * What is known of the messages that come to a component, by the first link of each in port.
 *
 * @param portOf what another component emits on an out port
 */
export function upstreamValues(
  descriptor: Descriptor,
  id: string,
  portOf: (componentId: string, port: string) => FieldTree | undefined,
): Upstream {
  const linkInto = (inPort: string) => incoming(descriptor, id).find((link) => link.inPort === inPort);
  return {
    messageOf(inPort) {
      const link = linkInto(inPort);
      const tree = link && portOf(link.from, link.outPort);
      return tree && !tree.open ? tree.fields : undefined;
    },
    valueOf(inPort, field) {
      const link = linkInto(inPort);
      const node = nodeOf(descriptor, id);
      const mapping = link && node && mappingOf(node, link);
      const text = own(mapping?.lambda, field);
      if (!mapping || typeof text !== 'string') return undefined;
      const [part, ...others] = splitTemplate(text);
      if (!part || !('placeholder' in part) || others.length > 0) return undefined;
      const reference = own(own(mapping.modifiers, field), part.placeholder);
      if ((reference?.functions ?? []).length > 0) return undefined;
      const path = parsePath(reference?.variable ?? part.placeholder);
      const tree = path && portOf(path.componentId, path.port);
      if (!path || !tree || path.steps.length === 0) return undefined;
      const search = fieldAt(tree, path.steps);
      return search.found ? search.field : undefined;
    },
  };
}
