import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  type FitViewOptions,
  type NodeChange,
  ReactFlow,
} from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { grid } from '../../../flow/placement.ts';
import canvasClasses from '../canvas/Canvas.module.css';
import { versionsText as text } from '../../text/english/versions.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import type { Comparison } from './compare-version.ts';
import { ComparedCard } from './ComparedCard.tsx';
import { ComparedNote } from './ComparedNote.tsx';
import { type ComparedEdge, type ComparedNode, comparedProjection } from './compared-projection.ts';
import { Legend } from './Legend.tsx';
import classes from './Versions.module.css';

const nodeTypes = { compared: ComparedCard, comparedNote: ComparedNote };
/** As on the Designer's canvas: few cards are all in the page, so that Tab reaches each. */
const drawnAtOnce = 100;

/** The legend lies over the top of the canvas. */
const belowLegend: FitViewOptions = {
  ...fitViewOptions,
  padding: { x: '40px', top: '80px', bottom: '80px' },
};

/** A version, drawn as it was, with what became of each part since. Nothing here can be edited. */
export function ComparedCanvas(props: {
  comparison: Comparison;
  selected: string | undefined;
  onSelect: (nodeId: string | undefined) => void;
}) {
  const { comparison, selected, onSelect } = props;
  const colorMode = useComputedColorScheme('light');
  const { nodes, edges } = useMemo(() => comparedProjection(comparison), [comparison]);
  const ariaLabels = useMemo(() => describeKeys(), []);
  const shown = useMemo(
    () => nodes.map((node) => (node.id === selected ? { ...node, selected: true } : node)),
    [nodes, selected],
  );
  const drawn = useMemo(
    () => edges.map((edge) => ({ ...edge, className: edge.data?.change ? classes[edge.data.change] : '' })),
    [edges],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange<ComparedNode>[]) => {
      const selections = changes.filter((change) => change.type === 'select');
      if (selections.length > 0) onSelect(selections.find((change) => change.selected)?.id);
    },
    [onSelect],
  );
  return (
    <div className={canvasClasses.canvas}>
      <ReactFlow<ComparedNode, ComparedEdge>
        nodes={shown}
        edges={drawn}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        colorMode={colorMode}
        fitView
        fitViewOptions={belowLegend}
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
        panOnScroll
        zoomOnDoubleClick={false}
        ariaLabelConfig={ariaLabels}
        aria-label={text('canvas.label')}
      >
        <Background variant={BackgroundVariant.Dots} gap={grid} size={1} />
      </ReactFlow>
      <div className={canvasClasses.viewBar} role="toolbar" aria-label={text('canvas.view')}>
        <CommandButton name="zoomOut" />
        <CommandButton name="zoomIn" />
        <CommandButton name="fit" />
      </div>
      <Legend />
    </div>
  );
}

function describeKeys() {
  return {
    'node.a11yDescription.default': text('canvas.cardHelp'),
    'node.a11yDescription.keyboardDisabled': text('canvas.cardHelp'),
    'edge.a11yDescription.default': text('canvas.linkHelp'),
  };
}
