import { useEffect } from 'react';
import type { Command, CommandContext } from './command.ts';
import { commands } from './commands.ts';
import { focusOf } from './focus-of.ts';
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
    ({ shortcuts, whileTyping, fromAnyField, native, when }) =>
      !native &&
      (focus === 'designer' || (focus === 'field' ? fromAnyField : whileTyping)) &&
      shortcuts.some((shortcut) => matches(shortcut, event)) &&
      when(state),
  );
  command?.run(context);
  return command !== undefined;
}
