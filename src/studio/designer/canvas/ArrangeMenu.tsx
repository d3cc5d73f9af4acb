import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { LayoutGrid } from 'lucide-react';
import { canvasText as text } from '../../text/english/canvas.ts';
import { arrangeCommands } from '../commands/arrange-commands.ts';
import type { Command } from '../commands/command.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useDocumentStore } from '../document/document-context.ts';

const list: Command[] = Object.values(arrangeCommands);

/** Align, distribute and tidy up what is selected. */
export function ArrangeMenu() {
  const context = useCommandContext();
  const state = useDocumentStore().getState();
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <Tooltip label={text('arrange')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={text('arrange')}>
            <LayoutGrid size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {list.map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={<command.icon size={16} aria-hidden />}
            disabled={!command.when(state)}
            onClick={() => command.run(context)}
          >
            {command.title()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
