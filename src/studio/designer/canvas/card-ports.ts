import { errorPort } from '../../../flow/connection.ts';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, outgoing } from '../../../flow/graph.ts';
import { inPortsOf, outPortsOf } from '../../../flow/manifest.ts';

/** Port names in the order they stand on a card. */
export type CardPorts = { in: string[]; out: string[] };

/**
 * The ports to draw: what the manifest declares, and besides whatever a link of the document touches, so that no link
 * ends in nothing. The virtual error port shows when errors are sent there.
 */
export function cardPorts(descriptor: Descriptor, catalogue: Catalogue, id: string): CardPorts {
  const node = descriptor[id];
  const manifest = node && catalogue.component(node.type)?.manifest;
  const ins = new Set(manifest ? inPortsOf(manifest).map((port) => port.name) : []);
  const outs = new Set(manifest ? outPortsOf(manifest).map((port) => port.name) : []);
  for (const link of incoming(descriptor, id)) ins.add(link.inPort);
  for (const link of outgoing(descriptor, id)) outs.add(link.outPort);
  if (node?.errorHandling?.onError === 'errorPort') outs.add(errorPort);
  return { in: [...ins], out: [...outs] };
}
