import '@xyflow/react/dist/base.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  SelectionMode,
  type SnapGrid,
  useKeyPress,
  useStore,
} from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import { grid } from '../../../flow/placement.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { runShortcut } from '../commands/use-shortcuts.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import { canvasLabels } from './canvas-labels.ts';
import classes from './Canvas.module.css';
import { useCanvasStore } from './canvas-context.ts';
import { ConnectionLine } from './ConnectionLine.tsx';
import { DesignerCard } from './DesignerCard.tsx';
import { detailAt, DetailContext } from './detail.ts';
import { drawnAtOnce } from './drawn-at-once.ts';
import { EmptyHint } from './EmptyHint.tsx';
import { openingView } from './fit-view.ts';
import { focusInspector } from './focus-inspector.ts';
import { LargeFlowHint } from './LargeFlowHint.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { LinkTools } from './LinkTools.tsx';
import { Minimap } from './Minimap.tsx';
import { ComponentPicker } from './picker/ComponentPicker.tsx';
import type { CanvasNode } from './canvas-node.ts';
import { NoteCard } from './notes/NoteCard.tsx';
import { noteIdOf, noteNodeId } from './notes/note-node.ts';
import { useNoteEditing } from './notes/use-note-editing.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useCanvasChanges } from './use-canvas-changes.ts';
import { useConnecting } from './use-connecting.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useGliding } from './use-gliding.ts';
import { useLinkPointer } from './use-link-pointer.ts';
import { usePanningLayer } from './use-panning-layer.ts';
import { ViewBar } from './ViewBar.tsx';

// Props of <ReactFlow> keep their identity: a new object on every render would render every card.
const nodeTypes = { card: DesignerCard, note: NoteCard };
const edgeTypes = { default: LinkEdge };
const snapGrid: SnapGrid = [grid, grid];

const multiSelectionKeys = ['Shift', 'Meta', 'Control'];

/** The flow, drawn. Everything one does here becomes an operation on the open document. */
export function Canvas() {
  const gliding = useGliding();
  const panning = useKeyPress('Space');
  useFocusKept();
  const handlers = useOpening();
  useNoteEditing();
  return (
    <div
      className={classes.canvas}
      data-canvas
      data-gliding={gliding || undefined}
      data-panning={panning || undefined}
      tabIndex={-1}
      {...handlers}
    >
      <Drawing panning={panning} />
      <LargeFlowHint />
      <ViewBar />
      <SelectionBar />
      <ComponentPicker />
    </div>
  );
}

/** What is rendered at every move of a card; nothing that has not to be is in here. */
function Drawing({ panning }: { panning: boolean }) {
  const { nodes, settled, edges, onNodesChange, onEdgesChange } = useCanvasChanges();
  const connecting = useConnecting();
  const linkPointer = useLinkPointer();
  const colorMode = useComputedColorScheme('light');
  const detail = useStore((state) => detailAt(state.transform[2]));
  usePanningLayer();
  // A flow that is empty when it opens must not jump as soon as it has its first card.
  const [fitView] = useState(nodes.length > 0);
  const [opening] = useState(() => openingView(nodes));
  const [labels] = useState(canvasLabels);

  return (
    <>
      <DetailContext value={detail}>
        <ReactFlow<CanvasNode>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          edgesReconnectable={detail !== 'map'}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          {...connecting}
          {...linkPointer}
          connectionLineComponent={ConnectionLine}
          connectionRadius={40}
          colorMode={colorMode}
          fitView={fitView}
          fitViewOptions={opening}
          minZoom={0.05}
          maxZoom={2}
          // A card that can be dragged is not panned by.
          nodesDraggable={!panning}
          snapToGrid
          snapGrid={snapGrid}
          onlyRenderVisibleElements={nodes.length > drawnAtOnce}
          panOnScroll
          zoomOnDoubleClick={false}
          multiSelectionKeyCode={multiSelectionKeys}
          selectionMode={SelectionMode.Partial}
          // Deleting is a command of ours, with healing and undo.
          deleteKeyCode={null}
          ariaLabelConfig={labels}
          aria-label={text('canvas')}
        >
          {detail === 'full' && <Background variant={BackgroundVariant.Dots} gap={grid} size={1} />}
          <LinkTools />
        </ReactFlow>
      </DetailContext>
      {nodes.length === 0 && <EmptyHint />}
      <Minimap nodes={settled} />
    </>
  );
}

/**
 * Enter on a card that is selected already, or a double click on it, leads into the inspector, on a note into its text;
 * and the way back. Alt with an arrow leads to the next card.
 */
function useOpening() {
  const store = useDocumentStore();
  const canvas = useCanvasStore();
  const panels = usePanelsStore();
  const narrow = useNarrow();
  const commands = useCommandContext();
  return useMemo(() => {
    const open = (id: string) => {
      const noteId = noteIdOf(id);
      if (noteId !== undefined) return canvas.getState().editNote(noteId);
      const { inspectorOpen, toggle, show } = panels.getState();
      if (narrow) show('inspector');
      else if (!inspectorOpen) toggle('inspector', false);
      focusInspector();
    };
    return {
      onKeyDownCapture(event: KeyboardEvent) {
        // React Flow would move the card, whatever key goes with the arrow.
        if (event.altKey && event.key.startsWith('Arrow') && runShortcut(event.nativeEvent, commands)) {
          event.preventDefault();
          event.stopPropagation();
          return;
        }
        const { selection, noteSelection } = store.getState();
        const id = event.target instanceof HTMLTextAreaElement ? undefined : nodeOf(event.target);
        const isSelected = (nodeId: string) =>
          selection.includes(nodeId) || noteSelection.some((noteId) => noteNodeId(noteId) === nodeId);
        if (event.key !== 'Enter' || id === undefined || !isSelected(id)) return;
        event.preventDefault();
        event.stopPropagation();
        open(id);
      },
      /** The inspector hands the focus back to the canvas as a whole; it belongs to the card in hand. */
      onFocus(event: FocusEvent<HTMLElement>) {
        const { selection, noteSelection } = store.getState();
        const id = selection.at(-1) ?? noteSelection.map(noteNodeId).at(-1);
        if (event.target !== event.currentTarget || id === undefined) return;
        event.currentTarget
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus();
      },
      onDoubleClick(event: MouseEvent) {
        const id = event.target instanceof HTMLTextAreaElement ? undefined : nodeOf(event.target);
        if (id !== undefined) open(id);
      },
    };
  }, [store, canvas, panels, narrow, commands]);
}

function nodeOf(target: EventTarget): string | undefined {
  const node = target instanceof Element ? target.closest('.react-flow__node') : null;
  return node?.getAttribute('data-id') ?? undefined;
}
