import { getBezierPath, Position, type XYPosition } from '@xyflow/react';
import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { type Link, linksOf } from '../../../flow/graph.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry, type PortPlace } from './card-size.ts';

/** Where a link begins and ends, in canvas pixels. */
export type LinkCurve = { link: Link; from: XYPosition; to: XYPosition };

/** Descriptors are never changed in place, so the curves of one stay right. */
const known = new WeakMap<Descriptor, LinkCurve[]>();

/** The curve of a link, from the document alone. */
export function curveOf(descriptor: Descriptor, catalogue: Catalogue, link: Link): LinkCurve {
  const port = (id: string, side: 'in' | 'out', name: string) => {
    const places = cardGeometry(cardPorts(descriptor, catalogue, id))[side];
    return pointOf(
      descriptor[id],
      places.find((place) => place.name === name),
    );
  };
  return {
    link,
    from: port(link.from, 'out', link.outPort),
    to: port(link.to, 'in', link.inPort),
  };
}

/** The curve as a path of SVG, and its middle. */
export function drawCurve({ from, to }: LinkCurve): { path: string; middle: XYPosition } {
  const [path, x, y] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: Position.Right,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Position.Left,
  });
  return { path, middle: { x, y } };
}

/** px between the middle of a card and a link for the card to be dropped on it; cards are wide and low */
const reach = { x: 96, y: 44 };

/** The link nearest to the middle of a card, if it lies that near and `accepts` says it takes the card. */
export function linkBelow(
  descriptor: Descriptor,
  catalogue: Catalogue,
  middle: XYPosition,
  accepts: (link: Link) => boolean,
): Link | undefined {
  return allCurves(descriptor, catalogue)
    .flatMap((curve) => {
      const distance = distanceTo(curve, middle);
      return distance <= 1 ? [{ link: curve.link, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .find(({ link }) => accepts(link))?.link;
}

function allCurves(descriptor: Descriptor, catalogue: Catalogue): LinkCurve[] {
  let curves = known.get(descriptor);
  if (!curves) {
    curves = linksOf(descriptor).map((link) => curveOf(descriptor, catalogue, link));
    known.set(descriptor, curves);
  }
  return curves;
}

/** How many times `reach` lies between a point and a curve. */
function distanceTo({ from, to }: LinkCurve, { x, y }: XYPosition): number {
  const bend = bendOf(to.x - from.x);
  const outside =
    x < Math.min(from.x, to.x - bend) - reach.x ||
    x > Math.max(to.x, from.x + bend) + reach.x ||
    y < Math.min(from.y, to.y) - reach.y ||
    y > Math.max(from.y, to.y) + reach.y;
  if (outside) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 32; step++) {
    const t = step / 32;
    const px = cubic(t, from.x, from.x + bend, to.x - bend, to.x);
    const py = cubic(t, from.y, from.y, to.y, to.y);
    least = Math.min(least, Math.hypot((px - x) / reach.x, (py - y) / reach.y));
  }
  return least;
}

/** How far the curve's handles reach, as React Flow draws it: half the way, or out and back where it leads back. */
function bendOf(distance: number): number {
  return distance >= 0 ? distance / 2 : 6.25 * Math.sqrt(-distance);
}

function cubic(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

function pointOf(card: XYPosition | undefined, place: PortPlace | undefined): XYPosition {
  return { x: (card?.x ?? 0) + (place?.x ?? 0), y: (card?.y ?? 0) + (place?.y ?? 0) };
}
