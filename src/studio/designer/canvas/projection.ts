import { type Edge, type Node, Position } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { type Link, linksOf, outgoing, topologicalOrder } from '../../../flow/graph.ts';
import { idleComponents } from '../../../flow/idle.ts';
import { labelOf, moduleNameOf } from '../../../flow/manifest.ts';
import type { Problem } from '../../../flow/problems.ts';
import { componentLabel } from '../../text/component-label.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { problemsText } from '../../text/english/problems.ts';
import { cardPorts } from './card-ports.ts';
import { type CardGeometry, cardGeometry, type PortPlace } from './card-size.ts';
import { linkId } from './link-id.ts';

export type CardData = {
  type: string;
  label: string;
  /** The grey line below the label. */
  detail: string;
  installed: boolean;
  disabled: boolean;
  /** Cannot run, for what leads to it is disabled. */
  idle: boolean;
  /** Of the module; a CSS colour. */
  color: string | undefined;
  problems: number;
  geometry: CardGeometry;
  /** Out ports that lead nowhere. */
  open: string[];
};
export type CardNode = Node<CardData, 'card'>;

/** What the canvas shows, out of the document's state. */
export type ProjectionInput = {
  descriptor: Descriptor;
  problems: Problem[];
  selection: string[];
  linkSelection: string[];
};

/** Where a card comes in the order of the flow. */
type Step = { number: number; total: number };

type KnownCard = { source: FlowNode; facts: string; node: CardNode };

/**
 * Makes React Flow's nodes and edges from the document. It gives the very same object for what has not changed since
 * the last call, so moving one card renders one card. Cards come in the order of the flow: that is the order of Tab.
 */
export function createProjection(catalogue: Catalogue): (input: ProjectionInput) => {
  nodes: CardNode[];
  edges: Edge[];
} {
  let cards = new Map<string, KnownCard>();
  let edges = new Map<string, { facts: string; edge: Edge }>();

  return ({ descriptor, problems, selection, linkSelection }) => {
    const selected = new Set(selection);
    const selectedLinks = new Set(linkSelection);
    const counts = countProblems(problems);
    const order = topologicalOrder(descriptor);
    const idle = idleComponents(descriptor);

    cards = new Map(
      order.map((id, index) => {
        const source = descriptor[id]!;
        const ports = cardPorts(descriptor, catalogue, id);
        const count = counts.get(id) ?? 0;
        const step = { number: index + 1, total: order.length };
        const open = openPorts(descriptor, id, ports.out);
        const facts = JSON.stringify([ports, open, count, step, selected.has(id), idle.has(id)]);
        const known = cards.get(id);
        if (known?.source === source && known.facts === facts) return [id, known];
        const geometry = cardGeometry(ports);
        const data = cardData(descriptor, catalogue, id, {
          problems: count,
          geometry,
          open,
          idle: idle.has(id),
        });
        const sameData = known && JSON.stringify(known.node.data) === JSON.stringify(data);
        const node = cardNode(id, source, {
          data: sameData ? known.node.data : data,
          selected: selected.has(id),
          step,
        });
        return [id, { source, facts, node }];
      }),
    );

    edges = new Map(
      linksOf(descriptor).map((link) => {
        const id = linkId(link);
        const facts = JSON.stringify([
          selectedLinks.has(id),
          selected.has(link.from) || selected.has(link.to),
          componentLabel(descriptor, catalogue, link.from),
          componentLabel(descriptor, catalogue, link.to),
        ]);
        const known = edges.get(id);
        if (known?.facts === facts) return [id, known];
        return [id, { facts, edge: edgeOf(link, JSON.parse(facts) as EdgeFacts) }];
      }),
    );

    return {
      nodes: [...cards.values()].map((card) => card.node),
      edges: [...edges.values()].map(({ edge }) => edge),
    };
  };
}

function cardData(
  descriptor: Descriptor,
  catalogue: Catalogue,
  id: string,
  { problems, geometry, open, idle }: Pick<CardData, 'problems' | 'geometry' | 'open' | 'idle'>,
): CardData {
  const { type, label, disabled = false } = descriptor[id]!;
  const module = catalogue.module(moduleNameOf(type));
  const manifest = catalogue.component(type)?.manifest;
  const installed = manifest !== undefined;
  const typeName = labelOf(manifest ?? { name: type, description: '', icon: '' });
  return {
    type,
    label: label || typeName,
    detail: !installed ? text('card.notInstalled') : label ? typeName : (module?.label ?? moduleNameOf(type)),
    installed,
    disabled,
    idle,
    color: module?.color,
    problems,
    geometry,
    open,
  };
}

function cardNode(
  id: string,
  { x, y }: FlowNode,
  { data, selected, step }: { data: CardData; selected: boolean; step: Step },
): CardNode {
  const { width, height, in: ins, out } = data.geometry;
  return {
    id,
    type: 'card',
    position: { x, y },
    data,
    selected,
    // Declared, so that React Flow measures nothing in the page (docs: 5,000 cards paint in a third of a second).
    width,
    height,
    measured: { width, height },
    handles: [
      ...ins.map((place) => handle(place, 'target', Position.Left)),
      ...out.map((place) => handle(place, 'source', Position.Right)),
    ],
    ariaLabel: [data.label, text('spoken.step', step), offText(data), problemText(data.problems)]
      .filter(Boolean)
      .join(', '),
    domAttributes: { 'aria-roledescription': text('spoken.component') },
  };
}

function handle({ name, x, y }: PortPlace, type: 'source' | 'target', position: Position) {
  return { id: name, type, position, x, y, width: 0, height: 0 };
}

type EdgeFacts = [selected: boolean, near: boolean, from: string, to: string];

/** A link is reached by Tab only while one of its ends is selected; else a flow had twice as many stops. */
function edgeOf(link: Link, [selected, near, from, to]: EdgeFacts): Edge {
  return {
    id: linkId(link),
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

function offText({ disabled, idle }: CardData): string {
  return disabled ? text('spoken.disabled') : idle ? text('spoken.idle') : '';
}

function openPorts(descriptor: Descriptor, id: string, ports: string[]): string[] {
  const used = new Set(outgoing(descriptor, id).map(({ outPort }) => outPort));
  return ports.filter((port) => !used.has(port));
}

export function problemText(count: number): string {
  return count === 0 ? '' : problemsText('count', { count });
}

/** How many problems each component has. */
export function countProblems(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { componentId } of problems) counts.set(componentId, (counts.get(componentId) ?? 0) + 1);
  return counts;
}
