import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Link } from '../../../flow/graph.ts';
import type { Gap } from '../../../flow/insertion.ts';
import type { Guide } from './helper-lines.ts';

/** The component picker while it is open: for which gap, and where on the screen. */
export type Picking = {
  gap: Gap;
  /** px of the window */
  screen: { x: number; y: number };
  /** Where the card's corner goes, in canvas pixels; without it where it stands well. */
  at?: { x: number; y: number };
};

/** What the canvas shows for the moment. None of it is part of the document. */
export type CanvasState = {
  picking: Picking | undefined;
  /** The link below the pointer, by its id. */
  hoveredLink: string | undefined;
  /** The link that would take up what is being dragged. */
  receivingLink: string | undefined;
  /** The link whose end is being moved. */
  movingLink: Link | undefined;
  guides: Guide[];
  /** Do cards glide to their new places? */
  gliding: boolean;
  /** The note whose text is being written in its place, by its id. */
  editingNote: string | undefined;
  pick: (picking: Picking | undefined) => void;
  hoverLink: (id: string | undefined) => void;
  moveLink: (link: Link | undefined) => void;
  receive: (id: string | undefined) => void;
  setGuides: (guides: Guide[]) => void;
  setGliding: (gliding: boolean) => void;
  editNote: (id: string | undefined) => void;
};

export type CanvasStore = StoreApi<CanvasState>;

const noGuides: Guide[] = [];

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>()((set, get) => ({
    picking: undefined,
    hoveredLink: undefined,
    receivingLink: undefined,
    movingLink: undefined,
    guides: noGuides,
    gliding: false,
    editingNote: undefined,
    pick: (picking) => set({ picking }),
    hoverLink: (hoveredLink) => set({ hoveredLink }),
    moveLink: (movingLink) => set({ movingLink }),
    receive(receivingLink) {
      if (get().receivingLink !== receivingLink) set({ receivingLink });
    },
    setGuides(guides) {
      if (guides.length + get().guides.length > 0) set({ guides: guides.length > 0 ? guides : noGuides });
    },
    setGliding: (gliding) => set({ gliding }),
    editNote: (editingNote) => set({ editingNote }),
  }));
}
