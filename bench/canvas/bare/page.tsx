// React Flow with nothing of ours: its own default nodes, at the places and of the size that our cards have.
import '@xyflow/react/dist/style.css';
import { type Edge, type Node, Position, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { linksOf } from '../../../src/flow/graph.ts';
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

function Page() {
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
      minZoom={0.05}
      maxZoom={2}
      panOnScroll
    />
  );
}

createRoot(document.getElementById('root')!).render(<Page />);
