import type { Edge, Node } from '@xyflow/react';
import { catalogue } from '../../catalogue.ts';
import { linkId } from '../canvas/link-id.ts';
import { type CardData, createProjection } from '../canvas/projection.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { Comparison } from './compare-version.ts';

export type ComparedNode = Node<CardData & { change: ChangeKind | undefined }, 'compared'>;
export type ComparedEdge = Edge<{ change: 'added' | 'removed' | undefined }>;

/** The cards and links of a comparison: those of the Designer's canvas, each with what became of it. */
export function comparedProjection({ merged, diff }: Comparison): {
  nodes: ComparedNode[];
  edges: ComparedEdge[];
} {
  const projected = createProjection(catalogue)({
    descriptor: merged,
    problems: [],
    selection: [],
    linkSelection: [],
  });
  const changes = new Map(diff.components.map(({ componentId, kind }) => [componentId, kind]));
  const links = new Map<string, 'added' | 'removed'>();
  for (const link of diff.links.added) links.set(linkId(link), 'added');
  for (const link of diff.links.removed) links.set(linkId(link), 'removed');

  return {
    nodes: projected.nodes.map((node) => {
      const change = changes.get(node.id);
      return {
        ...node,
        type: 'compared',
        data: { ...node.data, change },
        ariaLabel: [node.ariaLabel, change].filter(Boolean).join(', '),
      };
    }),
    edges: projected.edges.map((edge) => {
      const change = links.get(edge.id);
      return {
        ...edge,
        data: { change },
        ariaLabel: [edge.ariaLabel, change].filter(Boolean).join(', '),
      };
    }),
  };
}
