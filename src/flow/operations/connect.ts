import { checkConnection } from '../connection.ts';
import { defaultValuesOf } from '../default-values.ts';
import type { Catalogue } from '../definition.ts';
import type { Descriptor, Mapping } from '../descriptor.ts';
import { nodeOf, type Link } from '../graph.ts';
import { inPortsOf } from '../manifest.ts';
import { mappingOf, withLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Draws a link and fills its inputs with the in port's default values. A link that `checkConnection` refuses changes
 * nothing.
 */
export function connect({ link, catalogue }: { link: Link; catalogue: Catalogue }): Operation {
  return {
    name: 'Connect',
    apply(descriptor) {
      if (!checkConnection(descriptor, catalogue, link).ok) return descriptor;
      return updateNode(descriptor, link.to, (node) =>
        withLink(node, link, mappingOf(node, link) ?? initialMapping(descriptor, catalogue, link)),
      );
    },
  };
}

/** The mapping a new link begins with. */
export function initialMapping(descriptor: Descriptor, catalogue: Catalogue, link: Link): Mapping {
  const manifest = catalogue.component(nodeOf(descriptor, link.to)?.type ?? '')?.manifest;
  const port = manifest && inPortsOf(manifest).find(({ name }) => name === link.inPort);
  return { type: 'json2new', modifiers: {}, lambda: defaultValuesOf(port?.inspector) };
}
