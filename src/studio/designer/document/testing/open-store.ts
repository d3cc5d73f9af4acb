import { createDocumentStore, type DocumentStore, type DocumentStoreOptions } from '../document-store.ts';
import { found } from './found.ts';

/** The store of an open flow, without components or problems unless they are given; what may wait is done at once. */
export function openStore(options: Partial<DocumentStoreOptions> = {}): DocumentStore {
  return createDocumentStore({
    flowId: 'f1',
    name: 'Flow',
    type: 'automation',
    stage: 'stopped',
    descriptor: {},
    notes: {},
    searchProblems: () => found([]),
    clock: () => 0,
    defer: (task) => task(),
    ...options,
  });
}
