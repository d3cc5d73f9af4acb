import { useMediaQuery } from '@mantine/hooks';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PanelsState, PanelsStore } from './panels-store.ts';

export const PanelsContext = createContext<PanelsStore | undefined>(undefined);

export function usePanelsStore(): PanelsStore {
  const store = useContext(PanelsContext);
  if (!store) throw new Error('There are no panels here: a PanelsContext is missing.');
  return store;
}

export function usePanels<Part>(selector: (state: PanelsState) => Part): Part {
  return useStore(usePanelsStore(), selector);
}

/** Is there no room for panels beside the canvas? */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 56.24em)', false, { getInitialValueInEffect: false });
}
