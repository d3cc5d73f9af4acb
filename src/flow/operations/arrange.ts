import { nodeOf } from '../graph.ts';
import type { Message } from '../messages/message.ts';
import { noteOf } from '../notes.ts';
import { moveTogether } from './move-together.ts';
import type { FlowContent, Operation } from './operation.ts';

/** Sizes of cards by component id, in canvas pixels: they follow from manifests, not from the document. */
export type Sizes = Record<string, { width: number; height: number }>;

export type Box = { id: string; isNote: boolean; x: number; y: number; width: number; height: number };

/** What is brought into order, as it stands. */
export type Arranged = { content: FlowContent; ids: string[]; notes?: string[]; sizes: Sizes };

/** An operation that gives cards and notes new places by their boxes; with fewer than `fewest` of them it changes nothing. */
export function arrange(
  name: Message,
  arranged: Arranged,
  fewest: number,
  place: (boxes: Box[]) => Box[],
): Operation {
  const boxes = boxesOf(arranged);
  const placed = boxes.length < fewest ? [] : place(boxes);
  const positions = (areNotes: boolean) =>
    Object.fromEntries(
      placed.filter(({ isNote }) => isNote === areNotes).map(({ id, x, y }) => [id, { x, y }] as const),
    );
  return { ...moveTogether({ components: positions(false), notes: positions(true) }), name };
}

function boxesOf({ content, ids, notes = [], sizes }: Arranged): Box[] {
  const cards = [...new Set(ids)].flatMap((id) => {
    const node = nodeOf(content.descriptor, id);
    const size = Object.hasOwn(sizes, id) ? sizes[id] : undefined;
    return node && size ? [{ id, isNote: false, x: node.x, y: node.y, ...size }] : [];
  });
  const papers = [...new Set(notes)].flatMap((id) => {
    const note = noteOf(content.notes, id);
    return note ? [{ id, isNote: true, x: note.x, y: note.y, width: note.width, height: note.height }] : [];
  });
  return [...cards, ...papers];
}

/** The least value among the boxes. */
export function least(boxes: Box[], of: (box: Box) => number): number {
  return boxes.reduce((value, box) => Math.min(value, of(box)), Number.POSITIVE_INFINITY);
}
