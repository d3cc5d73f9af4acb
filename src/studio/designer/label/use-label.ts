import { useState } from 'react';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';

/** A component's label while it is edited: each letter is in the document at once, and what is typed in a row is one undo step. */
export function useLabel(componentId: string): { label: string; change: (label: string) => void } {
  const store = useDocumentStore();
  const stored = useDocument(({ descriptor }) => descriptor[componentId]?.label ?? '');
  // A label is trimmed when it is stored, which would take away the blank one has just typed.
  const [typed, setTyped] = useState(stored);
  return {
    label: typed.trim() === stored.trim() ? typed : stored,
    change: (label) => {
      setTyped(label);
      store.getState().apply(setLabel({ componentId, label }), { coalesce: `label ${componentId}` });
    },
  };
}
