import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Palette } from 'lucide-react';
import { notesText } from '../../../text/english/notes.ts';
import type { Command } from '../../commands/command.ts';
import { noteColorCommands } from '../../commands/note-color-commands.ts';
import { useCommandContext } from '../../commands/use-command-context.ts';

const list: Command[] = Object.values(noteColorCommands);

/** The colours for the selected notes. */
export function NoteColorMenu() {
  const context = useCommandContext();
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <Tooltip label={notesText('color')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={notesText('color')}>
            <Palette size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {list.map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={<command.icon size={16} aria-hidden />}
            onClick={() => command.run(context)}
          >
            {command.title()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
