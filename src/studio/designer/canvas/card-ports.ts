import { errorPort } from '../../../flow/connection.ts';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { incoming, type Link, outgoing } from '../../../flow/graph.ts';
import { type ComponentManifest, inPortsOf, outPortsOf } from '../../../flow/manifest.ts';

/** Port names in the order they stand on a card. */
export type CardPorts = { in: string[]; out: string[] };

/**
 * The ports to draw: what the manifest declares, and besides whatever a link of the document touches, so that no link
 * ends in nothing. The virtual error port shows when errors are sent there.
 */
export function cardPorts(descriptor: Descriptor, catalogue: Catalogue, id: string): CardPorts {
  const node = descriptor[id];
  return portsOfCard({
    node,
    manifest: node && catalogue.component(node.type)?.manifest,
    incoming: incoming(descriptor, id),
    outgoing: outgoing(descriptor, id),
  });
}

/** The same for one whose links are known. */
export function portsOfCard(card: {
  node: FlowNode | undefined;
  manifest: ComponentManifest | undefined;
  incoming: readonly Link[];
  outgoing: readonly Link[];
}): CardPorts {
  const { node, manifest } = card;
  const ins = new Set(manifest ? inPortsOf(manifest).map((port) => port.name) : []);
  const outs = new Set(manifest ? outPortsOf(manifest).map((port) => port.name) : []);
  for (const link of card.incoming) ins.add(link.inPort);
  for (const link of card.outgoing) outs.add(link.outPort);
  if (node?.errorHandling?.onError === 'errorPort') outs.add(errorPort);
  return { in: [...ins], out: [...outs] };
}
