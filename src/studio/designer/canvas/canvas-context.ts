import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CanvasState, CanvasStore } from './canvas-store.ts';

export const CanvasContext = createContext<CanvasStore | undefined>(undefined);

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext);
  if (!store) throw new Error('There is no canvas here: a CanvasContext is missing.');
  return store;
}

export function useCanvas<Part>(selector: (state: CanvasState) => Part): Part {
  return useStore(useCanvasStore(), selector);
}
