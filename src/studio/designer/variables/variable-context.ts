import { createContext, useContext } from 'react';
import type { VariableSource } from './variable-source.ts';

/** The variables of the fields below; undefined where fields take none (properties). */
export const VariableContext = createContext<VariableSource | undefined>(undefined);

export function useVariables(): VariableSource | undefined {
  return useContext(VariableContext);
}
