import { FlaskConical } from 'lucide-react';
import { commandsText as text } from '../../text/english/commands.ts';
import type { Command } from '../commands/command.ts';

export const testCommands = {
  test: {
    id: 'test',
    title: () => text('test'),
    icon: FlaskConical,
    shortcuts: [{ key: 'Enter', mod: true }],
    whileTyping: true,
    when: (state) => Object.keys(state.descriptor).length > 0,
    run: ({ testRun }) => testRun.getState().open(),
  },
} satisfies Record<string, Command>;
