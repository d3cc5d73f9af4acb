import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { grid } from '../../../flow/placement.ts';
import { focusCard } from '../canvas/focus-card.ts';
import { type Step, stepFrom } from '../canvas/walk-graph.ts';
import type { Command } from './command.ts';

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Moving about by arrow keys: with Alt from card to card, else the cards themselves. */
export const walkCommands = {
  goToNext: walk('next', 'Go to the next component', 'ArrowRight', ArrowRight),
  goToPrevious: walk('previous', 'Go to the previous component', 'ArrowLeft', ArrowLeft),
  goToAbove: walk('above', 'Go to the branch above', 'ArrowUp', ArrowUp),
  goToBelow: walk('below', 'Go to the branch below', 'ArrowDown', ArrowDown),
  moveLeft: move('left', 'ArrowLeft', ArrowLeft, { x: -1, y: 0 }),
  moveRight: move('right', 'ArrowRight', ArrowRight, { x: 1, y: 0 }),
  moveUp: move('up', 'ArrowUp', ArrowUp, { x: 0, y: -1 }),
  moveDown: move('down', 'ArrowDown', ArrowDown, { x: 0, y: 1 }),
  moveFarLeft: move('far left', 'ArrowLeft', ArrowLeft, { x: -1, y: 0 }, true),
  moveFarRight: move('far right', 'ArrowRight', ArrowRight, { x: 1, y: 0 }, true),
  moveFarUp: move('far up', 'ArrowUp', ArrowUp, { x: 0, y: -1 }, true),
  moveFarDown: move('far down', 'ArrowDown', ArrowDown, { x: 0, y: 1 }, true),
} satisfies Record<string, Command>;

/** Where the way ends one stays; the browser must not take the key for its "Back". */
function walk(step: Step, title: string, key: Arrow, icon: LucideIcon) {
  return {
    id: `go-${step}`,
    title,
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
function move(where: string, key: Arrow, icon: LucideIcon, by: { x: number; y: number }, far = false) {
  const distance = far ? 4 * grid : grid;
  return {
    id: `move-${where.replaceAll(' ', '-')}`,
    title: `Move ${where}`,
    icon,
    shortcuts: [far ? { key, shift: true } : { key }],
    when: ({ selection }) => selection.length > 0,
    run({ document }) {
      const state = document.store.getState();
      const { descriptor, selection } = state;
      const positions = selection.map((id) => {
        const { x, y } = descriptor[id]!;
        return [id, { x: x + by.x * distance, y: y + by.y * distance }] as const;
      });
      // Presses in a row are one step of undo, as React Flow's are.
      state.apply(moveComponents({ positions: Object.fromEntries(positions) }), {
        coalesce: `move ${selection.join(' ')}`,
      });
    },
  } satisfies Command;
}
