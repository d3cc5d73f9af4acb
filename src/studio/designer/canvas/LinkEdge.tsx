import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import { useDetail } from './detail.ts';

/** px across within which one points at a link */
const grip = 20;

/** Thick enough to be seen from where a card is a few pixels. */
const mapLine = { strokeWidth: 6 };

/** A link on the canvas: a curve one can take hold of, or from far away a mere line. */
export const LinkEdge = memo(function LinkEdge(props: EdgeProps) {
  const { sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition } = props;
  if (useDetail() === 'map') {
    const path = `M${sourceX},${sourceY}L${targetX},${targetY}`;
    return <BaseEdge path={path} style={mapLine} interactionWidth={0} />;
  }
  const [path] = getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition });
  return <BaseEdge path={path} interactionWidth={grip} />;
});
