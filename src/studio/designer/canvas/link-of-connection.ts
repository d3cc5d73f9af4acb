import type { Connection, Edge, FinalConnectionState } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import type { Link } from '../../../flow/graph.ts';
import { cardPorts } from './card-ports.ts';

/** The link a connection stands for; undefined while it lacks a port. */
export function linkOfConnection(connection: Connection | Edge): Link | undefined {
  const { source, sourceHandle, target, targetHandle } = connection;
  return sourceHandle && targetHandle
    ? { from: source, outPort: sourceHandle, to: target, inPort: targetHandle }
    : undefined;
}

/**
 * The link meant by letting go of a connection over a port or anywhere on a card: a whole card stands for its first
 * port on the fitting side (for the in port of a trigger too, so that one learns why not).
 */
export function linkByDrop(
  event: MouseEvent | TouchEvent,
  { fromNode, fromHandle, toHandle }: FinalConnectionState,
  descriptor: Descriptor,
  catalogue: Catalogue,
): Link | undefined {
  if (!fromNode || !fromHandle?.id) return undefined;
  const forwards = fromHandle.type === 'source';
  const other = toHandle?.nodeId ?? cardAt(event);
  if (other === undefined || (other === fromNode.id && !toHandle)) return undefined;
  const ports = cardPorts(descriptor, catalogue, other);
  const sameSide = toHandle && toHandle.type === fromHandle.type;
  const port = (!sameSide && toHandle?.id) || (forwards ? (ports.in[0] ?? 'in') : ports.out[0]);
  if (port === undefined) return undefined;
  return forwards
    ? { from: fromNode.id, outPort: fromHandle.id, to: other, inPort: port }
    : { from: other, outPort: port, to: fromNode.id, inPort: fromHandle.id };
}

/** The card below the pointer. */
function cardAt(event: MouseEvent | TouchEvent): string | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point) return undefined;
  const card = document.elementFromPoint(point.clientX, point.clientY)?.closest('.react-flow__node');
  return card?.getAttribute('data-id') ?? undefined;
}
