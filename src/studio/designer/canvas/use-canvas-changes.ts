import {
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type NodeChange,
  type NodePositionChange,
  type NodeSelectionChange,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { catalogue } from '../../../connectors/catalogue.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { type CardNode, createProjection } from './projection.ts';

/**
 * The nodes and edges of the open document, and what React Flow reports about them turned into edits.
 *
 * While cards are dragged React Flow owns their positions: they live here only. The last report of a drag (and each
 * press of an arrow key) says `dragging: false`, and makes one edit.
 */
export function useCanvasChanges() {
  const store = useDocumentStore();
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
      const positions = changes.filter((change) => change.type === 'position');
      if (positions.length === 0) return;
      setNodes((current) => applyNodeChanges(positions, current));
      if (positions.some((change) => change.dragging)) {
        dragging.current = true;
        return;
      }
      // Arrow keys pressed in a row are one step of undo, two drags are two.
      const keys = `move ${positions.map((change) => change.id).join(' ')}`;
      store.getState().apply(moveTo(positions), dragging.current ? {} : { coalesce: keys });
      dragging.current = false;
    },
    [store],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<Edge>[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length === 0) return;
      store.getState().changeSelection({ links: selected(store.getState().linkSelection, selections) });
    },
    [store],
  );

  return { nodes, edges: projected.edges, onNodesChange, onEdgesChange };
}

function selected(before: string[], changes: NodeSelectionChange[]): string[] {
  const ids = new Set(before);
  for (const change of changes) {
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  return [...ids];
}

function moveTo(changes: NodePositionChange[]) {
  const positions = changes.flatMap(({ id, position }) => (position ? [[id, position] as const] : []));
  return moveComponents({ positions: Object.fromEntries(positions) });
}
