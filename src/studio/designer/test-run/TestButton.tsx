import { Button } from '@mantine/core';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { describe, isMac } from '../commands/shortcut.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocument } from '../document/document-context.ts';
import classes from '../topbar/TopBar.module.css';

/** Opens the test of the flow; beside the button that starts or publishes it. */
export function TestButton() {
  const command: Command = commands.test;
  const context = useCommandContext();
  const enabled = useDocument(command.when);
  const [shortcut] = command.shortcuts;
  return (
    <Button
      variant="default"
      size="compact-sm"
      h={32}
      leftSection={<command.icon size={16} aria-hidden />}
      className={classes.log}
      aria-label={command.title()}
      title={shortcut && describe(shortcut, isMac())}
      disabled={!enabled}
      onClick={() => command.run(context)}
    >
      <span className={classes.wide}>{command.title()}</span>
    </Button>
  );
}
