import type { Catalogue, ComponentDefinition } from '../definition.ts';
import { nodeOf, type Link } from '../graph.ts';
import { inPortsOf, labelOf, outPortsOf } from '../manifest.ts';
import { hasLink } from './links.ts';
import { addComponent } from './add-component.ts';
import { connect } from './connect.ts';
import { sequence, type Operation } from './operation.ts';
import { reconnect } from './reconnect.ts';

/**
 * Puts a new component into the middle of a link, by its first in port and its first out port. The link's target keeps
 * what it had filled in. A component without one of the two ports, or a link that is gone, changes nothing.
 */
export function insertOnLink(options: {
  link: Link;
  id: string;
  component: ComponentDefinition;
  x: number;
  y: number;
  catalogue: Catalogue;
}): Operation {
  const { link, id, component, x, y, catalogue } = options;
  const inPort = inPortsOf(component.manifest)[0]?.name;
  const outPort = outPortsOf(component.manifest)[0]?.name;
  const name = `Add ${labelOf(component.manifest)}`;
  if (inPort === undefined || outPort === undefined) return { name, apply: (descriptor) => descriptor };
  const steps = sequence({
    name,
    operations: [
      addComponent({ id, component, x, y }),
      reconnect({ from: link, to: { ...link, from: id, outPort }, catalogue }),
      connect({ link: { from: link.from, outPort: link.outPort, to: id, inPort }, catalogue }),
    ],
  });
  return {
    name,
    apply(descriptor) {
      const target = nodeOf(descriptor, link.to);
      return target && hasLink(target, link) && !nodeOf(descriptor, id)
        ? steps.apply(descriptor)
        : descriptor;
    },
  };
}
