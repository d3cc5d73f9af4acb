import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Pixels of the window. */
export type Point = { x: number; y: number };

export type MenuTarget = 'card' | 'link' | 'note' | 'selection' | 'pane';

/** What lies over the Designer for a moment; one at a time. */
export type Popup =
  | { kind: 'menu'; target: MenuTarget; at: Point }
  | { kind: 'rename'; componentId: string }
  | { kind: 'commands' }
  | { kind: 'replace'; componentId: string }
  /** Where shall it lead? Without a port, by any of its outputs. */
  | { kind: 'connect'; from: string; outPort?: string }
  | { kind: 'remove-link'; componentId: string }
  | { kind: 'shortcuts' }
  | { kind: 'import' };

export type Popups = StoreApi<{
  popup: Popup | undefined;
  open: (popup: Popup) => void;
  close: () => void;
}>;

export function createPopups(): Popups {
  return createStore((set) => ({
    popup: undefined,
    open: (popup) => set({ popup }),
    close: () => set({ popup: undefined }),
  }));
}

export const PopupsContext = createContext<Popups | undefined>(undefined);

export function usePopups(): Popups {
  const popups = useContext(PopupsContext);
  if (!popups) throw new Error('There are no popups here: a PopupsContext is missing.');
  return popups;
}

/** The open popup if it is of this kind. */
export function usePopup<Kind extends Popup['kind']>(kind: Kind): Extract<Popup, { kind: Kind }> | undefined {
  const popup = useStore(usePopups(), (state) => state.popup);
  return popup?.kind === kind ? (popup as Extract<Popup, { kind: Kind }>) : undefined;
}
