import type { Edge, Node } from '@xyflow/react';
import type { Step } from '../../../contract/runs.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';
import { linkId } from '../../designer/canvas/link-id.ts';
import { type CardData, createProjection } from '../../designer/canvas/projection.ts';
import type { TestedState } from '../../designer/test-run/test-store.ts';
import { runsText as text } from '../../text/english/runs.ts';

export type RunNode = Node<CardData, 'card'>;

/**
 * The cards and links of a flow that ran: those of the Designer's canvas, without what only an author needs. A card's
 * name says how it stands, and a link that a message took is marked `taken`.
 */
export function runProjection(
  descriptor: Descriptor,
  steps: readonly Step[],
  states: Readonly<Record<string, TestedState>>,
): { nodes: RunNode[]; edges: Edge[] } {
  const { nodes, edges } = createProjection(catalogue)({
    descriptor,
    problems: [],
    selection: [],
    linkSelection: [],
  });
  const taken = new Set(steps.flatMap(linkInto));
  return {
    nodes: nodes.map((node) => ({
      ...node,
      type: 'card',
      data: { ...node.data, open: [] },
      ariaLabel: text(`way.${(Object.hasOwn(states, node.id) && states[node.id]) || 'notReached'}`, {
        card: node.ariaLabel ?? '',
      }),
    })),
    edges: edges.map((edge) => (taken.has(edge.id) ? { ...edge, data: { taken: true } } : edge)),
  };
}

function linkInto({ componentId, inPort, senderId, senderPort }: Step): string[] {
  if (inPort === null || senderId === null || senderPort === null) return [];
  return [linkId({ from: senderId, outPort: senderPort, to: componentId, inPort })];
}
