import type { XYPosition } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import type { Gap } from '../../../flow/insertion.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry } from './card-size.ts';
import { curveOf, drawCurve } from './link-curve.ts';

/** Where a gap is on the canvas: the middle of its link, or its port. */
export function gapPoint(descriptor: Descriptor, catalogue: Catalogue, gap: Gap): XYPosition {
  if (gap.kind === 'on') return drawCurve(curveOf(descriptor, catalogue, gap.link)).middle;
  const [id, side, name] =
    gap.kind === 'after' ? ([gap.from, 'out', gap.outPort] as const) : ([gap.to, 'in', gap.inPort] as const);
  const place = cardGeometry(cardPorts(descriptor, catalogue, id))[side].find((port) => port.name === name);
  const card = descriptor[id];
  return { x: (card?.x ?? 0) + (place?.x ?? 0), y: (card?.y ?? 0) + (place?.y ?? 0) };
}
