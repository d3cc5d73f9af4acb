import { moveComponents } from './move-components.ts';
import { moveNotes } from './move-notes.ts';
import { nameOfBoth } from './name-of-both.ts';
import { sequence, type Operation } from './operation.ts';

type Positions = Record<string, { x: number; y: number }>;

/** Moves components and notes in one step, to places in canvas pixels. */
export function moveTogether({ components, notes }: { components: Positions; notes: Positions }): Operation {
  return sequence({
    name: nameOfBoth('move', Object.keys(components).length, Object.keys(notes).length),
    operations: [moveComponents({ positions: components }), moveNotes({ positions: notes })],
  });
}
