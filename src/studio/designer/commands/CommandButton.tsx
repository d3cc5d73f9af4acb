import { ActionIcon, Tooltip } from '@mantine/core';
import { commandsText as text } from '../../text/english/commands.ts';
import { useDocument } from '../document/document-context.ts';
import type { Command } from './command.ts';
import classes from './CommandButton.module.css';
import { type CommandName, commands } from './commands.ts';
import { describe, isMac } from './shortcut.ts';
import { useCommandContext } from './use-command-context.ts';

/** An icon button for a command: its tooltip says what it would do now, and by which key. */
export function CommandButton({ name, size = 32 }: { name: CommandName; /** px */ size?: number }) {
  const command: Command = commands[name];
  const context = useCommandContext();
  const enabled = useDocument(command.when);
  const detail = useDocument((state) => command.detail?.(state));
  const title =
    detail === undefined ? command.title() : text('withDetail', { title: command.title(), detail });
  const shortcut = command.shortcuts[0];
  const label = shortcut ? text('withKeys', { title, keys: describe(shortcut, isMac()) }) : title;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        aria-label={title}
        // Not `disabled`: the button keeps the focus, and its tooltip, when the last step is undone.
        aria-disabled={!enabled}
        className={classes.button}
        onClick={() => enabled && command.run(context)}
      >
        <command.icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
