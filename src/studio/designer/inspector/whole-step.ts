import { createContext, useContext } from 'react';

/** Marks the edit of this moment as one that pastes a text, as `useTyping` does of itself where the browser tells of it. */
export const WholeStep = createContext<(pasted: string) => void>(() => undefined);

export function useWholeStep(): (pasted: string) => void {
  return useContext(WholeStep);
}
