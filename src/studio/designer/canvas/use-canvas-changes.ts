import {
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type NodeChange,
  type NodePositionChange,
  type NodeSelectionChange,
  useStoreApi,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { spliceComponent } from '../../../flow/operations/insert-component.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { alignDrag } from './align-drag.ts';
import { useCanvasStore } from './canvas-context.ts';
import { type CardNode, createProjection } from './projection.ts';
import { useReceiving } from './use-receiving.ts';

/**
 * The nodes and edges of the open document, and what React Flow reports about them turned into edits. `settled` are the
 * nodes where the document has them, whatever is being dragged.
 *
 * While cards are dragged React Flow owns their positions: they live here only, in line with other cards where near.
 * The last report of a drag (and each press of an arrow key) says `dragging: false`, and makes one edit: it moves them,
 * or puts a card that stood alone into the link it was dropped on.
 */
export function useCanvasChanges() {
  const store = useDocumentStore();
  const canvas = useCanvasStore();
  const flow = useStoreApi<CardNode>();
  const receiving = useReceiving();
  const descriptor = useDocument((state) => state.descriptor);
  const problems = useDocument((state) => state.problems);
  const selection = useDocument((state) => state.selection);
  const linkSelection = useDocument((state) => state.linkSelection);

  const [project] = useState(() => createProjection(catalogue));
  const projected = useMemo(
    () => project({ descriptor, problems, selection, linkSelection }),
    [project, descriptor, problems, selection, linkSelection],
  );
  const [adopted, setAdopted] = useState(projected.nodes);
  const [nodes, setNodes] = useState(projected.nodes);
  if (projected.nodes !== adopted) {
    setAdopted(projected.nodes);
    setNodes(projected.nodes);
  }

  const dragging = useRef(false);
  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length > 0) {
        const components = selected(store.getState().selection, selections);
        store.getState().changeSelection({ components });
      }
      const reported = changes.filter((change) => change.type === 'position');
      if (reported.length === 0) return;
      const moving = reported.some((change) => change.dragging);
      const dragged = moving || dragging.current;
      const { nodes: drawn, transform, width, height } = flow.getState();
      const { changes: positions, guides } = dragged
        ? alignDrag(reported, drawn, { transform, width, height })
        : { changes: reported, guides: [] };
      const [only, ...others] = positions;
      const middle = dragged && others.length === 0 ? middleOf(drawn, only) : undefined;
      const link = only && middle && receiving.forCard(only.id, middle);
      setNodes((current) => applyNodeChanges(positions, current));
      dragging.current = moving;
      if (moving) return canvas.getState().setGuides(guides);

      canvas.getState().setGuides([]);
      receiving.done();
      if (only && link) {
        const gap = { kind: 'on', link } as const;
        store.getState().apply(spliceComponent({ gap, id: only.id, at: only.position, catalogue }));
        return;
      }
      // Arrow keys pressed in a row are one step of undo, two drags are two.
      const keys = `move ${positions.map((change) => change.id).join(' ')}`;
      store.getState().apply(moveTo(positions), dragged ? {} : { coalesce: keys });
    },
    [store, canvas, flow, receiving],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<Edge>[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length === 0) return;
      store.getState().changeSelection({ links: selected(store.getState().linkSelection, selections) });
    },
    [store],
  );

  return { nodes, settled: projected.nodes, edges: projected.edges, onNodesChange, onEdgesChange };
}

function selected(before: string[], changes: NodeSelectionChange[]): string[] {
  const ids = new Set(before);
  for (const change of changes) {
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  return [...ids];
}

/** Of a card at its new place. */
function middleOf(nodes: CardNode[], change: NodePositionChange | undefined) {
  const node = nodes.find(({ id }) => id === change?.id);
  if (!node || !change?.position) return undefined;
  return { x: change.position.x + (node.width ?? 0) / 2, y: change.position.y + (node.height ?? 0) / 2 };
}

function moveTo(changes: NodePositionChange[]) {
  const positions = changes.flatMap(({ id, position }) => (position ? [[id, position] as const] : []));
  return moveComponents({ positions: Object.fromEntries(positions) });
}
