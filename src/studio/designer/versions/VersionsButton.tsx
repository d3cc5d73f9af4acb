import { Button } from '@mantine/core';
import { versionsText as text } from '../../text/english/versions.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocument } from '../document/document-context.ts';
import classes from '../topbar/TopBar.module.css';

const command: Command = commands.versions;

/** Leads to what was published of this flow; only what can be published has it. */
export function VersionsButton() {
  const context = useCommandContext();
  const offered = useDocument(command.when);
  if (!offered) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      h={32}
      leftSection={<command.icon size={16} aria-hidden />}
      className={classes.log}
      aria-label={command.title()}
      onClick={() => command.run(context)}
    >
      <span className={classes.wide}>{text('button')}</span>
    </Button>
  );
}
