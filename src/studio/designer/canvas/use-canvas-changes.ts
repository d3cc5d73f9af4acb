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
import { moveTogether } from '../../../flow/operations/move-together.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { alignDrag } from './align-drag.ts';
import { useCanvasStore } from './canvas-context.ts';
import type { CanvasNode } from './canvas-node.ts';
import { isResize } from './notes/is-resize.ts';
import { createNoteProjection, noteIdOf, noteNodeId } from './notes/note-node.ts';
import { createProjection } from './projection.ts';
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
  const flow = useStoreApi<CanvasNode>();
  const receiving = useReceiving();
  const descriptor = useDocument((state) => state.descriptor);
  const problems = useDocument((state) => state.problems);
  const selection = useDocument((state) => state.selection);
  const linkSelection = useDocument((state) => state.linkSelection);
  const notes = useDocument((state) => state.notes);
  const noteSelection = useDocument((state) => state.noteSelection);

  const [project] = useState(() => createProjection(catalogue));
  const projected = useMemo(
    () => project({ descriptor, problems, selection, linkSelection }),
    [project, descriptor, problems, selection, linkSelection],
  );
  const [projectNotes] = useState(createNoteProjection);
  const noteNodes = useMemo(() => projectNotes(notes, noteSelection), [projectNotes, notes, noteSelection]);
  const settled = useMemo<CanvasNode[]>(
    () => [...projected.nodes, ...noteNodes],
    [projected.nodes, noteNodes],
  );
  const [adopted, setAdopted] = useState(settled);
  const [nodes, setNodes] = useState(settled);
  if (settled !== adopted) {
    setAdopted(settled);
    setNodes(settled);
  }

  const dragging = useRef(false);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length > 0) {
        const { selection: components, noteSelection: chosen, changeSelection } = store.getState();
        const nodeIds = selected([...components, ...chosen.map(noteNodeId)], selections);
        changeSelection(parted(nodeIds));
      }
      if (changes.some(isResize)) {
        // What a hand does to a note's edge lives here until it lets go; then the note itself makes the edit.
        const sizes = changes.filter((change) => isResize(change) || change.type === 'position');
        setNodes((current) => applyNodeChanges(sizes, current));
        return;
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
      const alone = dragged && others.length === 0 && only && noteIdOf(only.id) === undefined;
      const middle = alone ? middleOf(drawn, only) : undefined;
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

  return { nodes, settled, edges: projected.edges, onNodesChange, onEdgesChange };
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
function middleOf(nodes: CanvasNode[], change: NodePositionChange | undefined) {
  const node = nodes.find(({ id }) => id === change?.id);
  if (!node || !change?.position) return undefined;
  return { x: change.position.x + (node.width ?? 0) / 2, y: change.position.y + (node.height ?? 0) / 2 };
}

function moveTo(changes: NodePositionChange[]) {
  const positions = new Map(
    changes.flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  const { components, notes } = parted([...positions.keys()]);
  const placesOf = (ids: string[], nodeId = (id: string) => id) =>
    Object.fromEntries(ids.map((id) => [id, positions.get(nodeId(id))!]));
  return moveTogether({ components: placesOf(components), notes: placesOf(notes, noteNodeId) });
}

/** The components and the notes behind ids of nodes. */
function parted(nodeIds: string[]): { components: string[]; notes: string[] } {
  return {
    components: nodeIds.filter((id) => noteIdOf(id) === undefined),
    notes: nodeIds.flatMap((id) => noteIdOf(id) ?? []),
  };
}
