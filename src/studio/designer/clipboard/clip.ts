import type { Message } from '../../../flow/messages/message.ts';
import { insertComponents } from '../../../flow/operations/insert-components.ts';
import { insertNotes } from '../../../flow/operations/insert-notes.ts';
import { noteIds, noteOf } from '../../../flow/notes.ts';
import { nameOfBoth } from '../../../flow/operations/name-of-both.ts';
import { type FlowContent, type Operation, sequence } from '../../../flow/operations/operation.ts';
import { cardHeight, cardWidth, grid, onGrid } from '../../../flow/placement.ts';
import { boxAround } from '../canvas/box-around.ts';
import { clipType, clipVersion } from './flow-text.ts';

type Place = { x: number; y: number };
type Box = Place & { width: number; height: number };

/** The components and notes with these ids as text for the clipboard. */
export function clipOf(
  { descriptor, notes }: FlowContent,
  ids: { components: string[]; notes: string[] },
): string {
  const clip = {
    type: clipType,
    version: clipVersion,
    components: chosen(descriptor, ids.components),
    ...(ids.notes.length === 0 ? {} : { notes: chosen(notes, ids.notes) }),
  };
  return JSON.stringify(clip, null, 2);
}

/**
 * Puts components and notes into a flow under new ids, their middle at a place of the canvas; farther on when something
 * stands exactly there already, as after pasting twice.
 */
export function pasteAt(
  content: FlowContent,
  options: { at: Place; into: FlowContent; newId: () => string; name?: Message },
): { operation: Operation; ids: string[]; noteIds: string[] } {
  const { at, into, newId } = options;
  const ids = Object.keys(content.descriptor);
  const copiedNotes = noteIds(content.notes);
  const newIds = Object.fromEntries(ids.map((id) => [id, newId()]));
  const newNoteIds = Object.fromEntries(copiedNotes.map((id) => [id, newId()]));
  const boxes = boxesOf(content);
  const around = boxAround(boxes);
  let dx = onGrid(at.x - around.x - around.width / 2);
  let dy = onGrid(at.y - around.y - around.height / 2);
  const taken = new Set(boxesOf(into).map(({ x, y }) => `${x} ${y}`));
  while (boxes.some(({ x, y }) => taken.has(`${x + dx} ${y + dy}`))) {
    dx += 2 * grid;
    dy += 2 * grid;
  }
  return {
    operation: sequence({
      name: options.name ?? nameOfBoth('paste', ids.length, copiedNotes.length),
      operations: [
        insertComponents({ components: content.descriptor, newIds, dx, dy }),
        insertNotes({ notes: content.notes, newIds: newNoteIds, dx, dy }),
      ],
    }),
    ids: Object.values(newIds),
    noteIds: Object.values(newNoteIds),
  };
}

function chosen<Value>(map: Record<string, Value>, ids: string[]): Record<string, Value> {
  const wanted = new Set(ids);
  return Object.fromEntries(Object.entries(map).filter(([id]) => wanted.has(id)));
}

function boxesOf({ descriptor, notes }: FlowContent): Box[] {
  return [
    ...Object.values(descriptor).map(({ x, y }) => ({ x, y, width: cardWidth, height: cardHeight / 2 })),
    ...noteIds(notes).flatMap((id) => noteOf(notes, id) ?? []),
  ];
}
