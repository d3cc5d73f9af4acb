import { useMemo } from 'react';
import { noteNodeId } from '../canvas/notes/note-node.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';

/** Selects a component or a note, brings it into sight and gives it the focus. */
export function useGoTo(): { component: (id: string) => void; note: (id: string) => void } {
  const store = useDocumentStore();
  const reveal = useReveal();
  return useMemo(
    () => ({
      component(id) {
        store.getState().select([id]);
        reveal(id);
        focusFlow();
      },
      note(id) {
        store.getState().changeSelection({ components: [], links: [], notes: [id] });
        reveal(noteNodeId(id));
        focusFlow();
      },
    }),
    [store, reveal],
  );
}
