import '@xyflow/react/dist/base.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  type Edge,
  type FitViewOptions,
  type Node,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  useStore,
} from '@xyflow/react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { grid } from '../../../flow/placement.ts';
import classes from './Canvas.module.css';
import { detailAt, DetailContext } from './detail.ts';
import { drawnAtOnce } from './drawn-at-once.ts';
import { ReadOnlyViewBar } from './ReadOnlyViewBar.tsx';

/** A flow as it was, drawn as in the Designer: one looks around and selects, and edits nothing. */
export function ReadOnlyCanvas(props: {
  nodes: Node[];
  edges: Edge[];
  /** The same object on every render. */
  nodeTypes: NodeTypes;
  label: string;
  /** What Enter does on a card, for a screen reader. */
  cardHelp: string;
  fitViewOptions: FitViewOptions;
  selected: string | undefined;
  onSelect: (nodeId: string | undefined) => void;
  /** A press of the wheel scrolls the page that the canvas is a part of. */
  inPage?: boolean;
  children?: ReactNode;
}) {
  const { nodes, edges, nodeTypes, label, cardHelp, selected, onSelect, inPage = false } = props;
  const colorMode = useComputedColorScheme('light');
  const detail = useStore((state) => detailAt(state.transform[2]));
  const ariaLabels = useMemo(
    () => ({
      'node.a11yDescription.default': cardHelp,
      'node.a11yDescription.keyboardDisabled': cardHelp,
      'edge.a11yDescription.default': '',
    }),
    [cardHelp],
  );
  const shown = useMemo(
    () => nodes.map((node) => (node.id === selected ? { ...node, selected: true } : node)),
    [nodes, selected],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length > 0) onSelect(selections.find((change) => change.selected)?.id);
    },
    [onSelect],
  );
  return (
    <div className={classes.canvas}>
      <DetailContext value={detail}>
        <ReactFlow
          nodes={shown}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          colorMode={colorMode}
          fitView
          fitViewOptions={props.fitViewOptions}
          minZoom={0.05}
          maxZoom={2}
          onlyRenderVisibleElements={nodes.length > drawnAtOnce}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesReconnectable={false}
          edgesFocusable={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panOnScroll={!inPage}
          zoomOnScroll={!inPage}
          preventScrolling={!inPage}
          zoomOnDoubleClick={false}
          ariaLabelConfig={ariaLabels}
          aria-label={label}
        >
          <Background variant={BackgroundVariant.Dots} gap={grid} size={1} />
        </ReactFlow>
      </DetailContext>
      <ReadOnlyViewBar />
      {props.children}
    </div>
  );
}
