import { checkConnection } from '../connection.ts';
import { defaultValuesOf } from '../default-values.ts';
import type { Catalogue } from '../definition.ts';
import type { Descriptor, FlowNode, Mapping } from '../descriptor.ts';
import { nodeOf, type Link } from '../graph.ts';
import { inPortsOf } from '../manifest.ts';
import { message } from '../messages/message.ts';
import { own } from '../record.ts';
import { mappingOf, withLink, withoutLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Draws a link and fills its inputs: with what a pasted component brought along for a sender that is not here, else with
 * the in port's default values. A link that `checkConnection` refuses changes
 * nothing.
 */
export function connect({ link, catalogue }: { link: Link; catalogue: Catalogue }): Operation {
  return {
    name: message('operation.connect'),
    apply(descriptor) {
      if (!checkConnection(descriptor, catalogue, link).ok) return descriptor;
      return updateNode(descriptor, link.to, (node) => {
        const left = lostLink(descriptor, node, link);
        const mapping =
          mappingOf(node, link) ??
          (left && mappingOf(node, left)) ??
          initialMapping(descriptor, catalogue, link);
        return withLink(left ? withoutLink(node, left) : node, link, mapping);
      });
    },
  };
}

/** A link into the same in port whose sender the flow does not have (`insertComponents`). */
function lostLink(descriptor: Descriptor, node: FlowNode, { to, inPort }: Link): Link | undefined {
  for (const [from, ports] of Object.entries(own(node.source, inPort) ?? {})) {
    const outPort = [ports].flat()[0];
    if (!nodeOf(descriptor, from) && outPort !== undefined) return { from, outPort, to, inPort };
  }
  return undefined;
}

/** The mapping a new link begins with. */
export function initialMapping(descriptor: Descriptor, catalogue: Catalogue, link: Link): Mapping {
  const manifest = catalogue.component(nodeOf(descriptor, link.to)?.type ?? '')?.manifest;
  const port = manifest && inPortsOf(manifest).find(({ name }) => name === link.inPort);
  return { type: 'json2new', modifiers: {}, lambda: defaultValuesOf(port?.inspector) };
}
