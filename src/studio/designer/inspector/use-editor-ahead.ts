import { useEffect } from 'react';
import { loadVariableEditor } from '../variables/VariableInput.tsx';

/** ms after the panel has opened: the flow is on the screen, and its author still looks at it */
const pause = 1_000;

/** Loads the editor of texts before the first component is selected: then it would come in the middle of a drag. */
export function useEditorAhead(): void {
  useEffect(() => {
    // Who shows an editor loads it again, and meets the failure then.
    const timer = setTimeout(() => void loadVariableEditor().catch(() => undefined), pause);
    return () => clearTimeout(timer);
  }, []);
}
