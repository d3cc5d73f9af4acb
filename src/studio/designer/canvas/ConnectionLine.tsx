import { type ConnectionLineComponentProps, EdgeLabelRenderer, getBezierPath } from '@xyflow/react';
import { checkConnection } from '../../../flow/connection.ts';
import type { Link } from '../../../flow/graph.ts';
import { catalogue } from '../../catalogue.ts';
import { say } from '../../text/say.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useCanvasStore } from './canvas-context.ts';
import type { CanvasNode } from './canvas-node.ts';
import classes from './Canvas.module.css';
import { withoutMoving } from './without-moving.ts';

/** The line that follows the pointer while a link is drawn; over a port that refuses it, with the reason. */
export function ConnectionLine(props: ConnectionLineComponentProps<CanvasNode>) {
  const { fromX, fromY, fromPosition, toX, toY, toPosition, connectionStatus } = props;
  const store = useDocumentStore();
  const canvas = useCanvasStore();
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const link = linkOf(props);
  const descriptor = withoutMoving(store.getState().descriptor, canvas.getState().movingLink);
  const check = link && checkConnection(descriptor, catalogue, link);
  return (
    <>
      <path d={path} className={classes.connectionLine} data-status={connectionStatus} />
      {check && !check.ok && (
        <EdgeLabelRenderer>
          <div className={classes.refusal} style={{ transform: `translate(${toX + 16}px, ${toY + 16}px)` }}>
            {say(check.reason)}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

function linkOf(props: ConnectionLineComponentProps<CanvasNode>): Link | undefined {
  const { fromNode, fromHandle, toNode, toHandle } = props;
  if (!toNode || !fromHandle.id || !toHandle?.id) return undefined;
  const [out, into] =
    fromHandle.type === 'source'
      ? ([
          { node: fromNode.id, port: fromHandle.id },
          { node: toNode.id, port: toHandle.id },
        ] as const)
      : ([
          { node: toNode.id, port: toHandle.id },
          { node: fromNode.id, port: fromHandle.id },
        ] as const);
  return { from: out.node, outPort: out.port, to: into.node, inPort: into.port };
}
