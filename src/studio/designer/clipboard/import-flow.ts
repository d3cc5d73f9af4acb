import { message } from '../../../flow/messages/message.ts';
import { noteIds, noteOf } from '../../../flow/notes.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';
import { replaceContent } from '../../../flow/operations/replace-content.ts';
import { clipboardText } from '../../text/english/clipboard.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { selectionText } from '../canvas/notes/selection-text.ts';
import type { CommandContext } from '../commands/command.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { pasteAt } from './clip.ts';
import { motion } from '../../ui/motion.ts';

type Place = { x: number; y: number };

/** Adds a flow's components and notes under new ids, or replaces all there is by them, in one step of undo. */
export function importFlow(
  content: FlowContent,
  mode: 'add' | 'replace',
  { document, viewport, newId }: Pick<CommandContext, 'document' | 'viewport' | 'newId'>,
): void {
  const state = document.store.getState();
  const name = message('operation.import');
  const { operation, ...added } =
    mode === 'replace'
      ? { operation: replaceContent({ name, content }), ids: [], noteIds: [] }
      : pasteAt(content, { at: below(state, content), into: state, newId, name });
  state.apply(operation);
  state.changeSelection({ components: added.ids, links: [], notes: added.noteIds });
  const what = selectionText(Object.keys(content.descriptor).length, noteIds(content.notes).length);
  notifyDone(clipboardText('imported', { what }));
  // The new cards are on the canvas after the next frame.
  requestAnimationFrame(() => void viewport.fitView({ ...fitViewOptions, duration: motion(200) }));
}

/** The middle of the place for what comes under all that is there, in line with its left edge. */
function below(content: FlowContent, coming: FlowContent): Place {
  const there = placesIn(content);
  const next = placesIn(coming);
  const spread = (of: 'x' | 'y') => most(next, of, Math.max) - most(next, of, Math.min);
  return {
    x: most(there, 'x', Math.min) + spread('x') / 2 + 120,
    y: most(there, 'y', Math.max) + 200 + spread('y') / 2,
  };
}

function placesIn({ descriptor, notes }: FlowContent): Place[] {
  return [...Object.values(descriptor), ...noteIds(notes).flatMap((id) => noteOf(notes, id) ?? [])];
}

function most(places: Place[], axis: 'x' | 'y', of: (a: number, b: number) => number): number {
  return places.reduce<number>((so, place) => of(so, place[axis]), places[0]?.[axis] ?? 0);
}
