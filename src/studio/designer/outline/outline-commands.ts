import { ListTree } from 'lucide-react';
import { outlineText as text } from '../../text/english/outline.ts';
import type { Command } from '../commands/command.ts';
import { focusFlow } from '../panels/focus-flow.ts';

/** What the Designer can do about the outline. */
export const outlineCommands = {
  toggleOutline: {
    id: 'toggle-outline',
    title: () => text('toggle'),
    icon: ListTree,
    shortcuts: [{ key: 'o', alt: true }],
    when: () => true,
    run({ panels }) {
      panels.getState().toggleOutline();
      requestAnimationFrame(focusFlow);
    },
  },
} satisfies Record<string, Command>;
