import { Button } from '@mantine/core';
import { isStartable } from '../../flows/flow-kinds.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocument } from '../document/document-context.ts';

/** What one does with the flow when it is drawn: start or stop it, or publish it. A template has nothing to start. */
export function MainAction() {
  const type = useDocument((state) => state.type);
  const stage = useDocument((state) => state.stage);
  if (type === 'integration-draft') return <CommandText command={commands.publish} filled />;
  if (!isStartable(type)) return null;
  const runs = stage === 'running' || stage === 'stopping';
  const busy = stage === 'starting' || stage === 'stopping';
  return <CommandText command={runs ? commands.stop : commands.start} filled={!runs} busy={busy} />;
}

function CommandText({
  command,
  filled,
  busy = false,
}: {
  command: Command;
  filled: boolean;
  busy?: boolean;
}) {
  const context = useCommandContext();
  return (
    <Button
      size="compact-sm"
      h={32}
      px="sm"
      variant={filled ? 'filled' : 'default'}
      loading={busy}
      leftSection={<command.icon size={15} aria-hidden />}
      onClick={() => command.run(context)}
    >
      {command.title()}
    </Button>
  );
}
