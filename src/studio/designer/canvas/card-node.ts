import { type Node, Position } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { FlowNode } from '../../../flow/descriptor.ts';
import type { Link } from '../../../flow/graph.ts';
import { isTrigger, labelOf, moduleNameOf } from '../../../flow/manifest.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { problemsText } from '../../text/english/problems.ts';
import { portsOfCard } from './card-ports.ts';
import { type CardGeometry, cardGeometry, type PortPlace } from './card-size.ts';

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
  /** Starts runs, as by an app event. */
  trigger: boolean;
  geometry: CardGeometry;
  /** Out ports that lead nowhere. */
  open: string[];
};
export type CardNode = Node<CardData, 'card'>;

/** All that a card is made from. */
export type CardFacts = {
  node: FlowNode;
  incoming: readonly Link[];
  outgoing: readonly Link[];
  idle: boolean;
  problems: number;
  selected: boolean;
  /** Where it stands in the flow, from 1, and the number of components. */
  step: number;
  steps: number;
};

export type KnownCard = { facts: CardFacts; card: CardNode };

/** React Flow's node for a component; what `before` has that is still right stays the very same object. */
export function cardOf(
  id: string,
  facts: CardFacts,
  catalogue: Catalogue,
  before: KnownCard | undefined,
): KnownCard {
  const sameData = before && looksSame(before.facts, facts);
  if (sameData && standsSame(before.facts, facts)) return { facts, card: before.card };
  const data = sameData ? before.card.data : cardData(facts, catalogue);
  return { facts, card: cardNode(id, facts, data) };
}

function looksSame(a: CardFacts, b: CardFacts): boolean {
  return (
    a.node.type === b.node.type &&
    a.node.label === b.node.label &&
    a.node.disabled === b.node.disabled &&
    a.node.errorHandling === b.node.errorHandling &&
    a.idle === b.idle &&
    a.problems === b.problems &&
    sameItems(a.incoming, b.incoming) &&
    sameItems(a.outgoing, b.outgoing)
  );
}

function standsSame(a: CardFacts, b: CardFacts): boolean {
  return (
    a.node.x === b.node.x &&
    a.node.y === b.node.y &&
    a.selected === b.selected &&
    a.step === b.step &&
    a.steps === b.steps
  );
}

function cardData({ node, incoming, outgoing, idle, problems }: CardFacts, catalogue: Catalogue): CardData {
  const { type, label, disabled = false } = node;
  const module = catalogue.module(moduleNameOf(type));
  const manifest = catalogue.component(type)?.manifest;
  const installed = manifest !== undefined;
  const typeName = labelOf(manifest ?? { name: type, description: '', icon: '' });
  const ports = portsOfCard({ node, manifest, incoming, outgoing });
  const used = new Set(outgoing.map(({ outPort }) => outPort));
  return {
    type,
    label: label || typeName,
    detail: !installed ? text('card.notInstalled') : label ? typeName : (module?.label ?? moduleNameOf(type)),
    installed,
    disabled,
    idle,
    color: module?.color,
    problems,
    trigger: manifest !== undefined && isTrigger(manifest),
    geometry: cardGeometry(ports),
    open: ports.out.filter((port) => !used.has(port)),
  };
}

function cardNode(id: string, { node, selected, step, steps }: CardFacts, data: CardData): CardNode {
  const { width, height, in: ins, out } = data.geometry;
  const place = text('spoken.step', { number: step, total: steps });
  return {
    id,
    type: 'card',
    position: { x: node.x, y: node.y },
    data,
    selected,
    // Declared, so that React Flow measures nothing in the page (docs: 5,000 cards paint in a third of a second).
    width,
    height,
    measured: { width, height },
    handles: [
      ...ins.map((port) => handle(port, 'target', Position.Left)),
      ...out.map((port) => handle(port, 'source', Position.Right)),
    ],
    ariaLabel: [data.label, place, offText(data), problemText(data.problems)].filter(Boolean).join(', '),
    domAttributes: { 'aria-roledescription': text('spoken.component') },
  };
}

function handle({ name, x, y }: PortPlace, type: 'source' | 'target', position: Position) {
  return { id: name, type, position, x, y, width: 0, height: 0 };
}

function offText({ disabled, idle }: CardData): string {
  return disabled ? text('spoken.disabled') : idle ? text('spoken.idle') : '';
}

export function problemText(count: number): string {
  return count === 0 ? '' : problemsText('count', { count });
}

export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}
