// React Flow with nothing of ours: its own default nodes, at the places and of the size that our cards have, and the view
// that the Designer opens with.
import '@xyflow/react/dist/style.css';
import {
  type Edge,
  type Node,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesState,
  useReactFlow,
} from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { linksOf } from '../../../src/flow/graph.ts';
import type { CardNode } from '../../../src/studio/designer/canvas/projection.ts';
import { openingView } from '../../../src/studio/designer/canvas/fit-view.ts';
import { gridFlow } from '../flow.ts';

const flow = gridFlow(Number(new URLSearchParams(location.search).get('count')));
const size = { width: 240, height: 64 };

const initialNodes: Node[] = Object.entries(flow).map(([id, { x, y }]) => ({
  id,
  position: { x, y },
  data: { label: id },
  sourcePosition: Position.Right,
  targetPosition: Position.Left,
  ...size,
  // Known before the page measures anything: else the view is not fitted, as cards out of sight are never measured.
  measured: size,
  handles: [
    { type: 'target', position: Position.Left, x: 0, y: size.height / 2, width: 0, height: 0 },
    { type: 'source', position: Position.Right, x: size.width, y: size.height / 2, width: 0, height: 0 },
  ],
}));
const initialEdges: Edge[] = linksOf(flow).map(({ from, to }) => ({
  id: `${from} ${to}`,
  source: from,
  target: to,
}));

/** As the Designer, which looks for the first card without inputs: here that is the very first. */
const opening = openingView(
  initialNodes.map(
    (node) => ({ ...node, type: 'card', data: { geometry: { in: [] } } }) as unknown as CardNode,
  ),
);

function Page() {
  const { fitView } = useReactFlow();
  useEffect(() => {
    const fit = (event: KeyboardEvent) => event.code === 'Digit1' && event.shiftKey && void fitView();
    window.addEventListener('keydown', fit);
    return () => window.removeEventListener('keydown', fit);
  }, [fitView]);
  const [nodes, , onNodesChange] = useNodesState(initialNodes);
  const [edges, , onEdgesChange] = useEdgesState(initialEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onlyRenderVisibleElements
      fitView
      fitViewOptions={opening}
      minZoom={0.05}
      maxZoom={2}
      panOnScroll
    />
  );
}

createRoot(document.getElementById('root')!).render(
  <ReactFlowProvider>
    <Page />
  </ReactFlowProvider>,
);
