import { useEffect } from 'react';
import type { Command, CommandContext } from './command.ts';
import { commands } from './commands.ts';
import { matches } from './shortcut.ts';
import { useCommandContext } from './use-command-context.ts';

const list: Command[] = Object.values(commands);

/** The Designer's one keyboard handler: runs the command whose shortcut is pressed. */
export function useShortcuts(): void {
  const context = useCommandContext();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runShortcut(event, context)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [context]);
}

/** Runs what the key stands for, if anything; tells whether it did. */
export function runShortcut(event: KeyboardEvent, context: CommandContext): boolean {
  const focus = focusOf(event.target);
  if (focus === 'elsewhere') return false;
  const state = context.document.store.getState();
  const command = list.find(
    ({ shortcuts, whileTyping, when }) =>
      (focus === 'designer' || whileTyping) &&
      shortcuts.some((shortcut) => matches(shortcut, event)) &&
      when(state),
  );
  command?.run(context);
  return command !== undefined;
}

/**
 * Where a key was pressed: in a field of the inspector, whose text is the document's; in any other field, dialog or
 * menu, which have keys of their own; or in the Designer at large.
 */
function focusOf(target: EventTarget | null): 'document-field' | 'elsewhere' | 'designer' {
  if (!(target instanceof Element)) return 'designer';
  const typing =
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]') !== null;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]')) return 'elsewhere';
  if (target.closest('[data-inspector]')) return 'document-field';
  return typing ? 'elsewhere' : 'designer';
}
