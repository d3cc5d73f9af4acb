import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Autosave } from './autosave.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';

/** An open flow: its state, and what keeps it on the server. */
export type OpenDocument = { store: DocumentStore; autosave: Autosave };

export const DocumentContext = createContext<OpenDocument | undefined>(undefined);

/** The open document whole, for what acts on it. */
export function useOpenDocument(): OpenDocument {
  const open = useContext(DocumentContext);
  if (!open) throw new Error('There is no open document here: a DocumentProvider is missing.');
  return open;
}

/** Subscribes to a part of the open document. The selector returns a stable value, never a new object. */
export function useDocument<Part>(selector: (state: DocumentState) => Part): Part {
  return useStore(useOpenDocument().store, selector);
}

/** The store itself, for event handlers that read the state of their moment. */
export function useDocumentStore(): DocumentStore {
  return useOpenDocument().store;
}

export function useAutosave(): Autosave {
  return useOpenDocument().autosave;
}
