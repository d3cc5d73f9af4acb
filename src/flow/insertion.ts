import { checkConnection } from './connection.ts';
import type { Catalogue, ComponentDefinition } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import { incoming, outgoing, type Link } from './graph.ts';
import { inPortsOf, outPortsOf } from './manifest.ts';
import { disconnect } from './operations/disconnect.ts';

/** A place in the graph where a component can go. */
export type Gap =
  | { kind: 'on'; link: Link }
  /** Behind an out port. */
  | { kind: 'after'; from: string; outPort: string }
  /** Before an in port. */
  | { kind: 'before'; to: string; inPort: string };

/** The flow as it is with the gap open: a link that something is put into is gone. */
export function openGap(descriptor: Descriptor, gap: Gap): Descriptor {
  return gap.kind === 'on' ? disconnect({ link: gap.link }).apply(descriptor) : descriptor;
}

/**
 * The links that join a component of the flow to a gap, each by the first port that may; undefined where the rules for
 * links (`checkConnection`) let it not go there.
 */
export function joints(
  descriptor: Descriptor,
  catalogue: Catalogue,
  gap: Gap,
  id: string,
): Link[] | undefined {
  const manifest = catalogue.component(descriptor[id]?.type ?? '')?.manifest;
  if (!manifest) return undefined;
  const opened = openGap(descriptor, gap);
  if (gap.kind === 'on' && opened === descriptor) return undefined;
  const into = gap.kind === 'on' ? gap.link : gap.kind === 'after' ? gap : undefined;
  const onward = gap.kind === 'on' ? gap.link : gap.kind === 'before' ? gap : undefined;
  const first = (candidates: Link[]) =>
    candidates.find((candidate) => checkConnection(opened, catalogue, candidate).ok);

  const links: Link[] = [];
  if (into) {
    const ports = inPortsOf(manifest).map(({ name }) => name);
    const link = first(ports.map((inPort) => ({ from: into.from, outPort: into.outPort, to: id, inPort })));
    if (!link) return undefined;
    links.push(link);
  }
  if (onward) {
    const ports = outPortsOf(manifest).map(({ name }) => name);
    const link = first(ports.map((outPort) => ({ from: id, outPort, to: onward.to, inPort: onward.inPort })));
    if (!link) return undefined;
    links.push(link);
  }
  return links;
}

/** Can a new component of this kind go there? */
export function fits(
  descriptor: Descriptor,
  catalogue: Catalogue,
  gap: Gap,
  { manifest }: ComponentDefinition,
): boolean {
  const id = unusedId(descriptor);
  const tried: Descriptor = { ...descriptor, [id]: { type: manifest.name, x: 0, y: 0 } };
  return joints(tried, catalogue, gap, id) !== undefined;
}

/** Is there no link to or from this card? */
export function standsAlone(descriptor: Descriptor, id: string): boolean {
  return incoming(descriptor, id).length + outgoing(descriptor, id).length === 0;
}

/** Can this card, which the flow has already, be put into the link? Only one that nothing is linked to. */
export function canSplice(descriptor: Descriptor, catalogue: Catalogue, link: Link, id: string): boolean {
  return standsAlone(descriptor, id) && joints(descriptor, catalogue, { kind: 'on', link }, id) !== undefined;
}

function unusedId(descriptor: Descriptor): string {
  let id = 'new';
  while (Object.hasOwn(descriptor, id)) id += '_';
  return id;
}
