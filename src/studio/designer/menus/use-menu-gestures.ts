import { useEffect } from 'react';
import { noteIdOf } from '../canvas/notes/note-node.ts';
import { useDocumentStore } from '../document/document-context.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { createLongPress } from './long-press.ts';
import { targetOf } from './menu-of-selection.ts';
import { type Point, type Popups, usePopups } from './popups.ts';

/** Opens menus and renames on the canvas: right click, a long press of a finger, a double click on a card's label. */
export function useMenuGestures(): void {
  const store = useDocumentStore();
  const popups = usePopups();
  useEffect(() => {
    /** A finger that has called a menu is still down. */
    let calling = false;
    const press = createLongPress({
      onLongPress(at) {
        calling = true;
        openMenuAt(document.elementFromPoint(at.x, at.y), at, { store, popups });
      },
      setTimer: (task, milliseconds) => window.setTimeout(task, milliseconds),
      clearTimer: (timer) => window.clearTimeout(timer as number),
    });
    const onContextMenu = (event: MouseEvent) => {
      if (!canvasAround(event.target) || isField(event.target)) return;
      event.preventDefault();
      press.end();
      // Keys and long presses open the menu themselves; some systems send this event behind them.
      if (popups.getState().popup?.kind === 'menu') return;
      openMenuAt(event.target, { x: event.clientX, y: event.clientY }, { store, popups });
    };
    const onPointerDown = (event: PointerEvent) => {
      calling = false;
      if (canvasAround(event.target) && !isField(event.target)) press.down(event);
    };
    // Lifted, it would count as a click beside the menu, which closes it.
    const onTouchEnd = (event: TouchEvent) => {
      if (calling) event.preventDefault();
      calling = false;
    };
    const onDoubleClick = (event: MouseEvent) => {
      const label = event.target instanceof Element ? event.target.closest('[data-card-label]') : null;
      const componentId = label && idOf(label, '.react-flow__node');
      if (!componentId) return;
      event.stopPropagation();
      popups.getState().open({ kind: 'rename', componentId });
    };
    window.addEventListener('contextmenu', onContextMenu);
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('pointermove', press.move, { passive: true });
    window.addEventListener('pointerup', press.end);
    window.addEventListener('touchend', onTouchEnd, { capture: true, passive: false });
    window.addEventListener('pointercancel', press.end);
    // Before the canvas, for which a double click anywhere on a card leads into the inspector.
    window.addEventListener('dblclick', onDoubleClick, { capture: true });
    return () => {
      press.end();
      window.removeEventListener('contextmenu', onContextMenu);
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('pointermove', press.move);
      window.removeEventListener('pointerup', press.end);
      window.removeEventListener('touchend', onTouchEnd, { capture: true });
      window.removeEventListener('pointercancel', press.end);
      window.removeEventListener('dblclick', onDoubleClick, { capture: true });
    };
  }, [store, popups]);
}

/** What is under the pointer is selected, unless it is already; then the menu of the selection opens. */
function openMenuAt(
  target: EventTarget | null,
  at: Point,
  { store, popups }: { store: DocumentStore; popups: Popups },
): void {
  const card = idOf(target, '.react-flow__node');
  const link = idOf(target, '.react-flow__edge');
  const state = store.getState();
  const note = card === undefined ? undefined : noteIdOf(card);
  if (note !== undefined) {
    if (!state.noteSelection.includes(note))
      state.changeSelection({ components: [], links: [], notes: [note] });
  } else if (card !== undefined && !state.selection.includes(card)) state.select([card]);
  if (link !== undefined && !state.linkSelection.includes(link)) {
    state.changeSelection({ components: [], links: [link], notes: [] });
  }
  const isPane = card === undefined && link === undefined;
  popups.getState().open({ kind: 'menu', target: isPane ? 'pane' : targetOf(store.getState()), at });
}

function idOf(target: EventTarget | null, kind: string): string | undefined {
  const element = target instanceof Element ? target.closest(kind) : null;
  return element?.getAttribute('data-id') ?? undefined;
}

function canvasAround(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.react-flow') !== null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}
