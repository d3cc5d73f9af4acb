import { ClipboardPaste, Copy, Scissors } from 'lucide-react';
import { message } from '../../../flow/messages/message.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { copySelection, pasteClipboard } from '../clipboard/paste.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { hasItems } from './conditions.ts';
import type { Command } from './command.ts';
import { removeSelected } from './delete-selection.ts';

/** Components and notes through the system's clipboard. By keys the browser itself tells of these. */
export const clipboardCommands = {
  cut: {
    id: 'cut',
    title: () => text('cut'),
    icon: Scissors,
    shortcuts: [{ key: 'x', mod: true }],
    native: true,
    when: hasItems,
    run: (context) => void cut(context),
  },
  copy: {
    id: 'copy',
    title: () => text('copy'),
    icon: Copy,
    shortcuts: [{ key: 'c', mod: true }],
    native: true,
    when: hasItems,
    run: (context) => void copySelection(context),
  },
  paste: {
    id: 'paste',
    title: () => text('paste'),
    icon: ClipboardPaste,
    shortcuts: [{ key: 'v', mod: true }],
    native: true,
    when: () => true,
    run: (context) => void pasteClipboard(context),
  },
} satisfies Record<string, Command>;

/** Takes away only what the clipboard has. */
async function cut(context: Parameters<Command['run']>[0]): Promise<void> {
  const { store } = context.document;
  const removal = removeSelected(store.getState());
  if (await copySelection(context)) applyConfirmed(store, { ...removal, name: message('operation.cut') });
}
