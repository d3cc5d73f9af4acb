import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import { noteOf } from '../../../flow/notes.ts';
import { moveTogether } from '../../../flow/operations/move-together.ts';
import { grid } from '../../../flow/placement.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { noteNodeId } from '../canvas/notes/note-node.ts';
import { focusCard } from '../canvas/focus-card.ts';
import { type Step, stepFrom } from '../canvas/walk-graph.ts';
import type { Command } from './command.ts';

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const ways = {
  left: { key: 'ArrowLeft', icon: ArrowLeft, x: -1, y: 0 },
  right: { key: 'ArrowRight', icon: ArrowRight, x: 1, y: 0 },
  up: { key: 'ArrowUp', icon: ArrowUp, x: 0, y: -1 },
  down: { key: 'ArrowDown', icon: ArrowDown, x: 0, y: 1 },
} as const;

/** Moving about by arrow keys: with Alt from card to card, else the cards themselves. */
export const walkCommands = {
  goToNext: walk('next', 'ArrowRight', ArrowRight),
  goToPrevious: walk('previous', 'ArrowLeft', ArrowLeft),
  goToAbove: walk('above', 'ArrowUp', ArrowUp),
  goToBelow: walk('below', 'ArrowDown', ArrowDown),
  moveLeft: move('left'),
  moveRight: move('right'),
  moveUp: move('up'),
  moveDown: move('down'),
  moveFarLeft: move('left', { far: true }),
  moveFarRight: move('right', { far: true }),
  moveFarUp: move('up', { far: true }),
  moveFarDown: move('down', { far: true }),
} satisfies Record<string, Command>;

/** Where the way ends one stays; the browser must not take the key for its "Back". */
function walk(step: Step, key: Arrow, icon: LucideIcon) {
  return {
    id: `go-${step}`,
    title: () => text(`go.${step}`),
    icon,
    shortcuts: [{ key, alt: true }],
    when: ({ descriptor }) => Object.keys(descriptor).length > 0,
    run({ document, reveal }) {
      const { descriptor, selection, select } = document.store.getState();
      const id = stepFrom(descriptor, selection.at(-1), step);
      if (id === undefined) return;
      select([id]);
      reveal(id);
      focusCard(id);
    },
  } satisfies Command;
}

/**
 * React Flow moves a selection that has the focus, by the same steps; this moves it from wherever the focus is, such as
 * after "Select all".
 */
function move(way: keyof typeof ways, { far = false } = {}) {
  const { key, icon, x: dx, y: dy } = ways[way];
  const distance = far ? 4 * grid : grid;
  return {
    id: far ? `move-far-${way}` : `move-${way}`,
    title: () => text(far ? `moveFar.${way}` : `move.${way}`),
    icon,
    shortcuts: [far ? { key, shift: true } : { key }],
    when: ({ selection, noteSelection }) => selection.length + noteSelection.length > 0,
    run({ document }) {
      const state = document.store.getState();
      const { descriptor, notes, selection, noteSelection } = state;
      const steps = { x: dx * distance, y: dy * distance };
      const places = {
        components: shifted(selection, (id) => descriptor[id]!, steps),
        notes: shifted(noteSelection, (id) => noteOf(notes, id)!, steps),
      };
      // Presses in a row are one step of undo, as React Flow's are.
      state.apply(moveTogether(places), {
        coalesce: `move ${[...selection, ...noteSelection.map(noteNodeId)].join(' ')}`,
      });
    },
  } satisfies Command;
}

type Place = { x: number; y: number };

function shifted(ids: string[], placeOf: (id: string) => Place, by: Place): Record<string, Place> {
  return Object.fromEntries(
    ids.map((id) => {
      const { x, y } = placeOf(id);
      return [id, { x: x + by.x, y: y + by.y }];
    }),
  );
}
