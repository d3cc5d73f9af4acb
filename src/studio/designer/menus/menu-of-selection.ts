import { noteNodeId } from '../canvas/notes/note-node.ts';
import type { DocumentState } from '../document/document-store.ts';
import type { MenuTarget, Point, Popup } from './popups.ts';

type Selection = Pick<DocumentState, 'selection' | 'linkSelection' | 'noteSelection'>;

/** The menu that fits what is selected, at the selected card, note or link, else in the middle of the canvas. */
export function menuOfSelection(state: Selection): Popup {
  const id = state.selection.at(-1) ?? state.noteSelection.map(noteNodeId).at(-1);
  const link = state.linkSelection.at(-1);
  const element =
    id !== undefined
      ? find('.react-flow__node', id)
      : link !== undefined
        ? find('.react-flow__edge', link)
        : undefined;
  return {
    kind: 'menu',
    target: targetOf(state),
    at: middleOf(element ?? document.querySelector('[data-canvas]')),
  };
}

/** What a menu for the selection is about. */
export function targetOf({ selection, linkSelection, noteSelection }: Selection): MenuTarget {
  const [cards, links, notes] = [selection.length, linkSelection.length, noteSelection.length];
  if (cards + links + notes === 0) return 'pane';
  if (cards + notes === 0) return 'link';
  if (cards + links === 0) return 'note';
  return cards === 1 && links + notes === 0 ? 'card' : 'selection';
}

function find(kind: string, id: string): Element | null {
  return document.querySelector(`${kind}[data-id="${CSS.escape(id)}"]`);
}

/** Within the window: a card may reach beyond it. */
function middleOf(element: Element | null): Point {
  const box = element?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return {
    x: Math.min(Math.max(box.left + box.width / 2, 0), window.innerWidth),
    y: Math.min(Math.max(box.top + box.height / 2, 0), window.innerHeight),
  };
}
