import { Graph, layout, type OrderConstraint } from '@dagrejs/dagre';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link, linksOf, topologicalOrder } from '../../../flow/graph.ts';
import type { Sizes } from '../../../flow/operations/arrange.ts';
import { cardGap, grid, onGrid } from '../../../flow/placement.ts';
import { boxAround } from './box-around.ts';
import { cardPorts } from './card-ports.ts';

/** Links up to which the order of branches is kept: dagre goes over all of it for every column, many times. */
const mostOrdered = 500;

type Place = { x: number; y: number };

/**
 * Tidy places for components: columns from left to right in the order of the links, as few crossings as can be, on the
 * grid. The whole keeps its top left corner, so those that are not laid out stay beside them.
 */
export function tidyLayout(options: {
  descriptor: Descriptor;
  catalogue: Catalogue;
  ids: string[];
  sizes: Sizes;
}): Record<string, Place> {
  const { descriptor, catalogue, sizes } = options;
  const chosen = new Set(options.ids.filter((id) => Object.hasOwn(descriptor, id)));
  const ids = topologicalOrder(descriptor).filter((id) => chosen.has(id) && Object.hasOwn(sizes, id));
  if (ids.length === 0) return {};

  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: cardGap, nodesep: 3 * grid });
  graph.setDefaultEdgeLabel(() => ({}));
  // Names of its own: a component may be called as a property of every object is.
  const names = new Map(ids.map((id, index) => [id, `n${index}`]));
  for (const [id, name] of names) graph.setNode(name, { ...sizes[id]! });
  const links = inPortOrder(descriptor, catalogue).filter(({ from, to }) => names.has(from) && names.has(to));
  for (const { from, to } of links) graph.setEdge(names.get(from)!, names.get(to)!);
  const constraints = links.length > mostOrdered ? [] : orderOfBranches(descriptor, links, names);
  layout(graph, { constraints });

  const corners = ids.map((id) => {
    const { x, y } = graph.node(names.get(id)!) as Place;
    return { id, x: x - sizes[id]!.width / 2, y: y - sizes[id]!.height / 2 };
  });
  const old = boxAround(ids.map((id) => descriptor[id]!));
  const laidOut = boxAround(corners);
  const places = corners.map(({ id, x, y }) => {
    const place = { x: onGrid(x - laidOut.x + old.x), y: onGrid(y - laidOut.y + old.y) };
    return [id, place] as const;
  });
  return Object.fromEntries(places);
}

/** Links in the order of the ports they leave by: what a card's upper port leads to comes above. */
function inPortOrder(descriptor: Descriptor, catalogue: Catalogue): Link[] {
  const ranks = new Map<string, string[]>();
  const rank = ({ from, outPort }: Link) => {
    let ports = ranks.get(from);
    if (!ports) ranks.set(from, (ports = cardPorts(descriptor, catalogue, from).out));
    return ports.indexOf(outPort);
  };
  return linksOf(descriptor).toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Branches of one component, upper port first. Only those that nothing else leads to: the wishes of two senders could
 * contradict each other, and dagre loses cards whose constraints go in a circle.
 */
function orderOfBranches(
  descriptor: Descriptor,
  links: Link[],
  names: Map<string, string>,
): OrderConstraint[] {
  const last = new Map<string, string>();
  return links
    .filter(({ to }) => incoming(descriptor, to).length === 1)
    .flatMap(({ from, to }) => {
      const left = last.get(from);
      const right = names.get(to)!;
      last.set(from, right);
      return left === undefined ? [] : [{ left, right }];
    });
}
