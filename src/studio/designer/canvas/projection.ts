import type { Edge } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link, linksOf, outgoing, topologicalOrder } from '../../../flow/graph.ts';
import { idleComponents } from '../../../flow/idle.ts';
import type { Problem } from '../../../flow/problems.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { type CardNode, cardOf, type KnownCard, sameItems } from './card-node.ts';
import { linkId } from './link-id.ts';

export { type CardData, type CardNode, problemText } from './card-node.ts';

/** What the canvas shows, out of the document's state. */
export type ProjectionInput = {
  descriptor: Descriptor;
  problems: Problem[];
  selection: string[];
  linkSelection: string[];
};

export type Projected = { nodes: CardNode[]; edges: Edge[] };

/**
 * Makes React Flow's nodes and edges from the document. It gives the very same object for what has not changed since
 * the last call, and the very same list where that holds for all in it, so moving one card renders one card. What has
 * changed it tells by identity, for operations share what they leave alone. Cards come in the order of the flow: that
 * is the order of Tab.
 */
export function createProjection(catalogue: Catalogue): (input: ProjectionInput) => Projected {
  let cards = new Map<string, KnownCard>();
  let links = new Map<Link, KnownLink>();
  let last: Projected = { nodes: [], edges: [] };

  return ({ descriptor, problems, selection, linkSelection }) => {
    const selected = new Set(selection);
    const selectedLinks = new Set(linkSelection);
    const counts = countProblems(problems);
    const order = topologicalOrder(descriptor);
    const idle = idleComponents(descriptor);

    const nextCards = new Map<string, KnownCard>();
    order.forEach((id, index) => {
      const facts = {
        node: descriptor[id]!,
        incoming: incoming(descriptor, id),
        outgoing: outgoing(descriptor, id),
        idle: idle.has(id),
        problems: counts.get(id) ?? 0,
        selected: selected.has(id),
        step: index + 1,
        steps: order.length,
      };
      nextCards.set(id, cardOf(id, facts, catalogue, cards.get(id)));
    });

    const nextLinks = new Map<Link, KnownLink>();
    for (const link of linksOf(descriptor)) {
      const known = links.get(link);
      const id = known?.edge.id ?? linkId(link);
      const facts = {
        selected: selectedLinks.has(id),
        near: selected.has(link.from) || selected.has(link.to),
        from: nextCards.get(link.from)!.card.data.label,
        to: nextCards.get(link.to)!.card.data.label,
      };
      nextLinks.set(
        link,
        known && sameFacts(known.facts, facts) ? known : { facts, edge: edgeOf(id, link, facts) },
      );
    }

    cards = nextCards;
    links = nextLinks;
    const nodes = Array.from(cards.values(), ({ card }) => card);
    const edges = Array.from(links.values(), ({ edge }) => edge);
    last = {
      nodes: sameItems(last.nodes, nodes) ? last.nodes : nodes,
      edges: sameItems(last.edges, edges) ? last.edges : edges,
    };
    return last;
  };
}

/** `near`: one of its ends is selected. `from` and `to` are the labels of its ends. */
type LinkFacts = { selected: boolean; near: boolean; from: string; to: string };
type KnownLink = { facts: LinkFacts; edge: Edge };

function sameFacts(a: LinkFacts, b: LinkFacts): boolean {
  return a.selected === b.selected && a.near === b.near && a.from === b.from && a.to === b.to;
}

/** A link is reached by Tab only while one of its ends is selected; else a flow had twice as many stops. */
function edgeOf(id: string, link: Link, { selected, near, from, to }: LinkFacts): Edge {
  return {
    id,
    source: link.from,
    sourceHandle: link.outPort,
    target: link.to,
    targetHandle: link.inPort,
    selected,
    focusable: selected || near,
    ariaLabel: text('spoken.link', { from, to }),
    domAttributes: { 'aria-roledescription': text('spoken.connection') },
  };
}

/** How many problems each component has. */
export function countProblems(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { componentId } of problems) counts.set(componentId, (counts.get(componentId) ?? 0) + 1);
  return counts;
}
