import { SquareArrowLeft, SquareArrowRight } from 'lucide-react';
import { panelsText as text } from '../../text/english/panels.ts';
import type { Command } from '../commands/command.ts';
import { focusNextPanel } from './focus-panel.ts';

/** From one part of the Designer to the next, without a Tab for everything in between. */
export const panelCommands = {
  nextPanel: {
    id: 'next-panel',
    title: () => text('next'),
    icon: SquareArrowRight,
    shortcuts: [{ key: 'F6' }],
    whileTyping: true,
    fromAnyField: true,
    when: () => true,
    run: () => focusNextPanel(1),
  },
  previousPanel: {
    id: 'previous-panel',
    title: () => text('previous'),
    icon: SquareArrowLeft,
    shortcuts: [{ key: 'F6', shift: true }],
    whileTyping: true,
    fromAnyField: true,
    when: () => true,
    run: () => focusNextPanel(-1),
  },
} satisfies Record<string, Command>;
