import { notifications } from '@mantine/notifications';
import { messageOf } from '../../api/call.ts';
import { clipboardText } from '../../text/english/clipboard.ts';
import type { CommandContext } from '../commands/command.ts';
import { clipOf, pasteAt } from './clip.ts';
import { readFlowText } from './flow-text.ts';

type Context = Pick<CommandContext, 'document' | 'place' | 'newId' | 'clipboard'>;

/** The selected components and notes as text for the clipboard; undefined when none is selected. */
export function selectedClip({ document }: Pick<Context, 'document'>): string | undefined {
  const { selection, noteSelection, ...content } = document.store.getState();
  if (selection.length + noteSelection.length === 0) return undefined;
  return clipOf(content, { components: selection, notes: noteSelection });
}

/** Puts what a text holds into the flow and selects it; says why it cannot. */
export function pasteText(text: string, { document, place, newId }: Context): void {
  const read = readFlowText(text);
  if (!read.ok) return refuse(clipboardText('nothingToPaste'), read.reason);
  const state = document.store.getState();
  const { operation, ids, noteIds } = pasteAt(read.content, { at: place(), into: state, newId });
  state.apply(operation);
  state.changeSelection({ components: ids, links: [], notes: noteIds });
}

/** Copies without a key press of the browser's own, as from a menu. */
export async function copySelection(context: Context): Promise<boolean> {
  const text = selectedClip(context);
  if (text === undefined) return false;
  try {
    await context.clipboard.write(text);
    return true;
  } catch (error) {
    refuse(clipboardText('notCopied'), clipboardText('useKeys', { reason: messageOf(error) }));
    return false;
  }
}

/** Pastes without a key press of the browser's own; the browser may ask for leave, or refuse. */
export async function pasteClipboard(context: Context): Promise<void> {
  let text: string;
  try {
    text = await context.clipboard.read();
  } catch {
    // Why the browser refuses it says in words for programmers; the keys need no leave.
    return refuse(clipboardText('nothingToPaste'), clipboardText('notRead'));
  }
  pasteText(text, context);
}

function refuse(title: string, message: string): void {
  const id = 'clipboard';
  notifications.hide(id);
  notifications.show({ id, title, message, color: 'orange', withBorder: true });
}
