import type { Descriptor, FlowNode, Source } from './descriptor.ts';
import { own } from './record.ts';

/** From an out port of one component to an in port of another. */
export type Link = { from: string; outPort: string; to: string; inPort: string };

type Graph = {
  ids: string[];
  /** Of each id: all that a graph is read from. */
  sources: (Source | undefined)[];
  all: Link[];
  incoming: Map<string, Link[]>;
  outgoing: Map<string, Link[]>;
  order: string[] | undefined;
};

/**
 * Graphs by descriptor. Descriptors are never changed in place (every operation makes a new one), so what was read
 * from one stays true, and asking once a component keeps the whole at O(V + E).
 */
const known = new WeakMap<Descriptor, Graph>();

/** The graph asked for last: most edits (moving, typing, naming) leave the graph as it is, so theirs is the same one. */
let latest: Graph | undefined;

const noLinks: readonly Link[] = [];

/** The component with this id, if the flow has it. */
export function nodeOf(descriptor: Descriptor, id: string): FlowNode | undefined {
  return own(descriptor, id);
}

/** Do both name the same ports of the same components? */
export function sameLink(a: Link, b: Link): boolean {
  return a.from === b.from && a.outPort === b.outPort && a.to === b.to && a.inPort === b.inPort;
}

/** Every link whose two ends exist, in document order. A link listed twice counts once. */
export function linksOf(descriptor: Descriptor): readonly Link[] {
  return graphOf(descriptor).all;
}

/** The links into a component. */
export function incoming(descriptor: Descriptor, id: string): readonly Link[] {
  return graphOf(descriptor).incoming.get(id) ?? noLinks;
}

/** The links out of a component. */
export function outgoing(descriptor: Descriptor, id: string): readonly Link[] {
  return graphOf(descriptor).outgoing.get(id) ?? noLinks;
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
export function topologicalOrder(descriptor: Descriptor): readonly string[] {
  const graph = graphOf(descriptor);
  graph.order ??= orderOf(graph);
  return graph.order;
}

function orderOf({ ids, incoming: into, outgoing: outOf }: Graph): string[] {
  const open = new Map(ids.map((id) => [id, into.get(id)?.length ?? 0]));
  const order: string[] = [];
  const placed = new Set<string>();
  const place = (first: string) => {
    const ready = [first];
    placed.add(first);
    for (let at = 0; at < ready.length; at++) {
      const current = ready[at]!;
      order.push(current);
      for (const link of outOf.get(current) ?? noLinks) {
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

function graphOf(descriptor: Descriptor): Graph {
  let graph = known.get(descriptor);
  if (!graph) {
    graph = latest && isGraphOf(latest, descriptor) ? latest : readGraph(descriptor);
    known.set(descriptor, graph);
  }
  latest = graph;
  return graph;
}

/** Are there the same components in the same order, linked by what is the same object? */
function isGraphOf({ ids, sources }: Graph, descriptor: Descriptor): boolean {
  let at = 0;
  // Not by Object.keys: of another flow the first component tells already.
  for (const id in descriptor) {
    if (ids[at] !== id || sources[at] !== descriptor[id]!.source) return false;
    at++;
  }
  return at === ids.length;
}

function readGraph(descriptor: Descriptor): Graph {
  const ids = Object.keys(descriptor);
  const graph: Graph = {
    ids,
    sources: ids.map((id) => descriptor[id]!.source),
    all: [],
    incoming: new Map(),
    outgoing: new Map(),
    order: undefined,
  };
  ids.forEach((to, index) => {
    const source = graph.sources[index];
    const arriving = source
      ? linksInto(to, source).filter(({ from }) => Object.hasOwn(descriptor, from))
      : [];
    if (arriving.length === 0) return;
    graph.incoming.set(to, arriving);
    for (const link of arriving) {
      graph.all.push(link);
      const leaving = graph.outgoing.get(link.from);
      if (leaving) leaving.push(link);
      else graph.outgoing.set(link.from, [link]);
    }
  });
  return graph;
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
