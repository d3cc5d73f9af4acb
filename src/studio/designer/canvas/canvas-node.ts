import type { NoteNode } from './notes/note-node.ts';
import type { CardNode } from './projection.ts';

/** What stands on the canvas. */
export type CanvasNode = CardNode | NoteNode;
