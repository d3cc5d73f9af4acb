import { CircleOff, CirclePlay, Replace, TextCursorInput } from 'lucide-react';
import { setDisabled } from '../../../flow/operations/set-disabled.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import type { DocumentState } from '../document/document-store.ts';
import type { Command, CommandContext } from './command.ts';

const one = (state: DocumentState) => state.selection.length === 1;
const some = (disabled: boolean) => (state: DocumentState) =>
  state.selection.some((id) => (state.descriptor[id]?.disabled ?? false) === disabled);

/** What one does to components as they stand. */
export const componentCommands = {
  rename: {
    id: 'rename',
    title: () => text('rename'),
    icon: TextCursorInput,
    shortcuts: [{ key: 'F2' }],
    when: one,
    run: ({ document, popups }) => {
      const [componentId] = document.store.getState().selection;
      if (componentId !== undefined) popups.getState().open({ kind: 'rename', componentId });
    },
  },
  replace: {
    id: 'replace',
    title: () => text('replace'),
    icon: Replace,
    shortcuts: [{ key: 'r' }],
    when: one,
    run: ({ document, popups }) => {
      const [componentId] = document.store.getState().selection;
      if (componentId !== undefined) popups.getState().open({ kind: 'replace', componentId });
    },
  },
  disable: {
    id: 'disable',
    title: () => text('disable'),
    icon: CircleOff,
    shortcuts: [{ key: 'd' }],
    when: some(false),
    run: (context) => switchSelection(context, true),
  },
  enable: {
    id: 'enable',
    title: () => text('enable'),
    icon: CirclePlay,
    shortcuts: [{ key: 'd', shift: true }],
    when: some(true),
    run: (context) => switchSelection(context, false),
  },
} satisfies Record<string, Command>;

function switchSelection({ document }: CommandContext, disabled: boolean): void {
  const state = document.store.getState();
  state.apply(setDisabled({ ids: state.selection, disabled }));
}
