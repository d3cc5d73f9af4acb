import { CirclePlus, ScanSearch } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { gapOfSelection } from '../canvas/gap-of-selection.ts';
import { gapPoint } from '../canvas/gap-point.ts';
import { noteNodeId } from '../canvas/notes/note-node.ts';
import { arrangeCommands } from './arrange-commands.ts';
import type { Command } from './command.ts';
import { walkCommands } from './walk-commands.ts';
import { motion } from '../../ui/motion.ts';

/** What one does on the canvas. */
export const canvasCommands = {
  insert: {
    id: 'insert',
    title: () => text('insert'),
    icon: CirclePlus,
    shortcuts: [{ key: 'i' }],
    when: (state) => gapOfSelection(state, catalogue) !== undefined,
    run({ document, canvas, viewport }) {
      const state = document.store.getState();
      const gap = gapOfSelection(state, catalogue);
      if (!gap) return;
      const screen = viewport.flowToScreenPosition(gapPoint(state.descriptor, catalogue, gap));
      canvas.getState().pick({ gap, screen });
    },
  },
  ...arrangeCommands,
  zoomToSelection: {
    id: 'zoom-to-selection',
    title: () => text('zoomToSelection'),
    icon: ScanSearch,
    shortcuts: [{ key: '2', shift: true }],
    when: ({ selection, noteSelection }) => selection.length + noteSelection.length > 0,
    run({ document, viewport }) {
      const { selection, noteSelection } = document.store.getState();
      const nodes = [...selection, ...noteSelection.map(noteNodeId)].map((id) => ({ id }));
      void viewport.fitView({ ...fitViewOptions, nodes, duration: motion(200) });
    },
  },
  ...walkCommands,
} satisfies Record<string, Command>;
