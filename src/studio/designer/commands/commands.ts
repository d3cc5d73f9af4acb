import {
  CloudUpload,
  CopyPlus,
  PanelLeft,
  PanelRight,
  Play,
  Redo2,
  Square,
  SquareDashed,
  SquareX,
  Trash2,
  Undo2,
} from 'lucide-react';
import { noteIds } from '../../../flow/notes.ts';
import { refuses } from '../../../flow/problems.ts';
import { isStartable } from '../../flows/flow-kinds.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { say } from '../../text/say.ts';
import { connectCommands } from '../connect/connect-commands.ts';
import { handOverText } from '../document/held-text.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { outlineCommands } from '../outline/outline-commands.ts';
import { panelCommands } from '../panels/panel-commands.ts';
import { viewCommands } from './view-commands.ts';
import { problemCommands } from '../problems/problem-commands.ts';
import { testCommands } from '../test-run/test-commands.ts';
import { clipboardCommands } from './clipboard-commands.ts';
import { canvasCommands } from './canvas-commands.ts';
import type { Command } from './command.ts';
import { componentCommands } from './component-commands.ts';
import { deleteSelection } from './delete-selection.ts';
import { duplicateSelection } from './duplicate-selection.ts';
import { always, hasContent, hasItems, hasSelection } from './conditions.ts';
import { documentCommands } from './document-commands.ts';
import { noteCommands } from './note-commands.ts';

/** Everything the Designer can do by a button or a key, by name. */
export const commands = {
  undo: {
    id: 'undo',
    title: () => text('undo'),
    detail: (state) => state.canUndo && say(state.canUndo),
    icon: Undo2,
    shortcuts: [{ key: 'z', mod: true }],
    whileTyping: true,
    when: (state) => state.canUndo !== undefined,
    run({ document }) {
      // What was typed or pasted last is what it takes back.
      handOverText();
      document.store.getState().undo();
    },
  },
  redo: {
    id: 'redo',
    title: () => text('redo'),
    detail: (state) => state.canRedo && say(state.canRedo),
    icon: Redo2,
    shortcuts: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
    whileTyping: true,
    when: (state) => state.canRedo !== undefined,
    run({ document }) {
      handOverText();
      document.store.getState().redo();
    },
  },
  delete: {
    id: 'delete',
    title: () => text('delete'),
    icon: Trash2,
    shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
    when: hasSelection,
    run({ document }) {
      const state = document.store.getState();
      // A link alone is soon drawn anew.
      if (state.selection.length === 0) state.apply(deleteSelection(state));
      else applyConfirmed(document.store, deleteSelection(state));
    },
  },
  ...clipboardCommands,
  duplicate: {
    id: 'duplicate',
    title: () => text('duplicate'),
    icon: CopyPlus,
    shortcuts: [{ key: 'd', mod: true }],
    when: hasItems,
    run: duplicateSelection,
  },
  ...componentCommands,
  ...connectCommands,
  ...noteCommands,
  selectAll: {
    id: 'select-all',
    title: () => text('selectAll'),
    icon: SquareDashed,
    shortcuts: [{ key: 'a', mod: true }],
    when: hasContent,
    run({ document }) {
      const { descriptor, notes, changeSelection } = document.store.getState();
      changeSelection({ components: Object.keys(descriptor), links: [], notes: noteIds(notes) });
    },
  },
  selectNothing: {
    id: 'select-nothing',
    title: () => text('selectNothing'),
    icon: SquareX,
    shortcuts: [{ key: 'Escape' }],
    when: hasSelection,
    run: ({ document }) => document.store.getState().select([]),
  },
  ...viewCommands,
  ...canvasCommands,
  togglePalette: {
    id: 'toggle-palette',
    title: () => text('togglePalette'),
    icon: PanelLeft,
    shortcuts: [{ key: '[' }],
    when: always,
    run: ({ panels, narrow }) => panels.getState().toggle('palette', narrow),
  },
  toggleInspector: {
    id: 'toggle-inspector',
    title: () => text('toggleInspector'),
    icon: PanelRight,
    shortcuts: [{ key: ']' }],
    when: always,
    run: ({ panels, narrow }) => panels.getState().toggle('inspector', narrow),
  },
  ...panelCommands,
  ...outlineCommands,
  ...problemCommands,
  ...testCommands,
  start: {
    id: 'start',
    title: () => text('start'),
    icon: Play,
    shortcuts: [],
    when: (state) => isStartable(state.type) && (state.stage === 'stopped' || state.stage === 'error'),
    run: ({ startFlow }) => void startFlow(),
  },
  stop: {
    id: 'stop',
    title: () => text('stop'),
    icon: Square,
    shortcuts: [],
    when: (state) => isStartable(state.type) && state.stage === 'running',
    run: ({ stopFlow }) => void stopFlow(),
  },
  publish: {
    id: 'publish',
    title: () => text('publish'),
    icon: CloudUpload,
    shortcuts: [],
    when: (state) => state.type === 'integration-draft',
    run({ document, panels }) {
      const { showProblems, setPublishing } = panels.getState();
      if (document.store.getState().checkNow().some(refuses)) showProblems('publish');
      else setPublishing(true);
    },
  },
  ...documentCommands,
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
