import type { Catalogue } from '../../../flow/definition.ts';
import { linksOf } from '../../../flow/graph.ts';
import { type Note, noteIds, noteOf } from '../../../flow/notes.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';
import type { CardNode } from '../canvas/projection.ts';
import { createProjection } from '../canvas/projection.ts';
import { headerHeight, rowHeight } from '../canvas/card-size.ts';
import { curveOf, drawCurve } from '../canvas/link-curve.ts';
import { notePicture } from './note-picture.ts';
import { escapeXml, fitting } from './svg-text.ts';

/** A drawing of a flow; lengths are canvas pixels. */
export type Picture = { svg: string; width: number; height: number };

const margin = 40;
const tile = 36;
const textLeft = 62;
/** Dark text on white in every theme: pictures go into documents. */
const ink = {
  page: '#f6f7f9',
  card: '#ffffff',
  border: '#c3cad3',
  text: '#1c2430',
  quiet: '#5b6573',
  link: '#8d97a5',
};
const font = 'font-family="system-ui, sans-serif"';

/** Draws the flow from its document alone: notes, cards, their ports and links as the canvas places them. */
export function pictureOf({ descriptor, notes }: FlowContent, catalogue: Catalogue): Picture {
  const project = createProjection(catalogue);
  const { nodes } = project({ descriptor, problems: [], selection: [], linkSelection: [] });
  const beside = noteIds(notes).flatMap((id) => noteOf(notes, id) ?? []);
  const box = boxOf(nodes, beside);
  const links = linksOf(descriptor)
    .map((link) => `<path d="${drawCurve(curveOf(descriptor, catalogue, link)).path}"/>`)
    .join('');
  const drawn = nodes.map((node) => card(node, catalogue)).join('');
  return {
    width: box.width,
    height: box.height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" ` +
      `viewBox="${box.left} ${box.top} ${box.width} ${box.height}">` +
      `<rect x="${box.left}" y="${box.top}" width="100%" height="100%" fill="${ink.page}"/>` +
      beside.map((note) => notePicture(note, ink.text)).join('') +
      `<g fill="none" stroke="${ink.link}" stroke-width="1.5">${links}</g>${drawn}</svg>`,
  };
}

function boxOf(nodes: CardNode[], notes: Note[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const cards = nodes.map(({ position, data }) => ({ ...position, ...data.geometry }));
  for (const { x, y, width, height } of [...cards, ...notes]) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (nodes.length + notes.length === 0) [left, top, right, bottom] = [0, 0, 0, 0];
  return {
    left: left - margin,
    top: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

function card({ position, data }: CardNode, catalogue: Catalogue): string {
  const { geometry, label, detail, type, color } = data;
  const icon = catalogue.component(type)?.manifest.icon;
  const top = (headerHeight - tile) / 2;
  const room = geometry.width - textLeft - 16;
  return (
    `<g transform="translate(${position.x} ${position.y})" ${font}${data.idle ? ' opacity="0.5"' : ''}>` +
    `<rect width="${geometry.width}" height="${geometry.height}" rx="8" fill="${ink.card}" stroke="${ink.border}"/>` +
    `<rect x="14" y="${top}" width="${tile}" height="${tile}" rx="9" fill="${escapeXml(color ?? ink.quiet)}"/>` +
    (icon ? `<image x="21" y="${top + 7}" width="22" height="22" href="${escapeXml(icon)}"/>` : '') +
    text(fitting(label, room, 14), { x: textLeft, y: 29, size: 14, color: ink.text, weight: 600 }) +
    text(fitting(detail, room, 12), { x: textLeft, y: 46, size: 12, color: ink.quiet }) +
    geometry.in.map((port) => portOf(port, 14, 'start', geometry.in.length > 1)).join('') +
    geometry.out.map((port) => portOf(port, -14, 'end', geometry.out.length > 1)).join('') +
    '</g>'
  );
}

/** The dot, and for ports on rows of their own the name. */
function portOf(
  { name, x, y }: { name: string; x: number; y: number },
  inset: number,
  anchor: 'start' | 'end',
  named: boolean,
): string {
  const words = fitting(name, 110, 12);
  return (
    `<circle cx="${x}" cy="${y}" r="5" fill="${ink.link}" stroke="${ink.card}" stroke-width="2"/>` +
    (named ? text(words, { x: x + inset, y: y + rowHeight / 6, size: 12, color: ink.quiet, anchor }) : '')
  );
}

function text(
  words: string,
  look: { x: number; y: number; size: number; color: string; weight?: number; anchor?: string },
): string {
  const { x, y, size, color, weight = 400, anchor = 'start' } = look;
  return (
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}" ` +
    `text-anchor="${anchor}">${escapeXml(words)}</text>`
  );
}
