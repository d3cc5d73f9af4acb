import type { Descriptor, FlowNode, Source } from './descriptor.ts';
import { own } from './record.ts';

/** From an out port of one component to an in port of another. */
export type Link = { from: string; outPort: string; to: string; inPort: string };

type Links = { all: Link[]; incoming: Map<string, Link[]>; outgoing: Map<string, Link[]> };

/**
 * Links by descriptor. Descriptors are never changed in place (every operation makes a new one), so what was read
 * from one stays true, and asking once a component keeps the whole at O(V + E).
 */
const known = new WeakMap<Descriptor, Links>();

/** The component with this id, if the flow has it. */
export function nodeOf(descriptor: Descriptor, id: string): FlowNode | undefined {
  return own(descriptor, id);
}

/** Do both name the same ports of the same components? */
export function sameLink(a: Link, b: Link): boolean {
  return a.from === b.from && a.outPort === b.outPort && a.to === b.to && a.inPort === b.inPort;
}

/** Every link whose two ends exist, in document order. A link listed twice counts once. */
export function linksOf(descriptor: Descriptor): Link[] {
  return read(descriptor).all;
}

/** The links into a component. */
export function incoming(descriptor: Descriptor, id: string): Link[] {
  return read(descriptor).incoming.get(id) ?? [];
}

/** The links out of a component. */
export function outgoing(descriptor: Descriptor, id: string): Link[] {
  return read(descriptor).outgoing.get(id) ?? [];
}

/**
 * How many links away each component above `id` is, nearest first; without `id` itself, even in a cycle.
 */
export function distancesUpstream(descriptor: Descriptor, id: string): Map<string, number> {
  return walk(id, (current) => incoming(descriptor, current).map((link) => link.from));
}

/** The components that a message may have passed before `id`, nearest first. */
export function upstreamOf(descriptor: Descriptor, id: string): string[] {
  return [...distancesUpstream(descriptor, id).keys()];
}

/** The components that a message of `id` may reach, nearest first. */
export function downstreamOf(descriptor: Descriptor, id: string): string[] {
  return [...walk(id, (current) => outgoing(descriptor, current).map((link) => link.to)).keys()];
}

/** Can a message travel from one to the other? A component reaches itself. */
export function hasPath(descriptor: Descriptor, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const current of seen) {
    if (current === to) return true;
    for (const link of outgoing(descriptor, current)) seen.add(link.to);
  }
  return false;
}

/**
 * All ids, each behind everything upstream of it. Where a document has a cycle, its first component in document order
 * goes first.
 */
export function topologicalOrder(descriptor: Descriptor): string[] {
  const ids = Object.keys(descriptor);
  const open = new Map(ids.map((id) => [id, incoming(descriptor, id).length]));
  const order: string[] = [];
  const placed = new Set<string>();
  const place = (first: string) => {
    const ready = [first];
    placed.add(first);
    for (let at = 0; at < ready.length; at++) {
      const current = ready[at]!;
      order.push(current);
      for (const link of outgoing(descriptor, current)) {
        const left = (open.get(link.to) ?? 0) - 1;
        open.set(link.to, left);
        if (left > 0 || placed.has(link.to)) continue;
        placed.add(link.to);
        ready.push(link.to);
      }
    }
  };
  for (const id of ids) if (open.get(id) === 0 && !placed.has(id)) place(id);
  for (const id of ids) if (!placed.has(id)) place(id);
  return order;
}

function walk(id: string, next: (id: string) => string[]): Map<string, number> {
  const distances = new Map([[id, 0]]);
  // A Map's iteration also visits what is added meanwhile: it is the queue of a breadth-first search.
  for (const [current, distance] of distances) {
    for (const neighbour of next(current)) {
      if (!distances.has(neighbour)) distances.set(neighbour, distance + 1);
    }
  }
  distances.delete(id);
  return distances;
}

function read(descriptor: Descriptor): Links {
  let links = known.get(descriptor);
  if (!links) {
    links = readLinks(descriptor);
    known.set(descriptor, links);
  }
  return links;
}

function readLinks(descriptor: Descriptor): Links {
  const links: Links = { all: [], incoming: new Map(), outgoing: new Map() };
  for (const [to, node] of Object.entries(descriptor)) {
    if (!node.source) continue;
    const arriving = linksInto(to, node.source).filter(({ from }) => Object.hasOwn(descriptor, from));
    if (arriving.length === 0) continue;
    links.incoming.set(to, arriving);
    for (const link of arriving) {
      links.all.push(link);
      const leaving = links.outgoing.get(link.from);
      if (leaving) leaving.push(link);
      else links.outgoing.set(link.from, [link]);
    }
  }
  return links;
}

/** Most components are the same from one version of a flow to the next, so their links need no second reading. */
const knownSources = new WeakMap<Source, { to: string; links: Link[] }>();

function linksInto(to: string, source: Source): Link[] {
  const before = knownSources.get(source);
  if (before?.to === to) return before.links;
  const links = Object.entries(source).flatMap(([inPort, senders]) =>
    Object.entries(senders).flatMap(([from, ports]) =>
      [...new Set([ports].flat())].map((outPort) => ({ from, outPort, to, inPort })),
    ),
  );
  knownSources.set(source, { to, links });
  return links;
}
