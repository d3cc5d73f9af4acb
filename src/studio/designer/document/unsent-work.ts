import { checkDescriptor } from '../../../flow/descriptor.ts';
import { isRecord } from '../../../flow/record.ts';
import type { DocumentContent } from './document-store.ts';

/** Edits the server has not confirmed, and the revision they were made on. */
export type UnsentWork = { content: DocumentContent; revision: number };

/** Where unsent edits of one flow survive a crash, a closed tab or a day without network. */
export type UnsentWorkKeeper = {
  /** False when the browser has no room or no permission for it. */
  keep: (work: UnsentWork) => boolean;
  read: () => UnsentWork | undefined;
  forget: () => void;
};

const prefix = 'tributary-unsent-work:';

/** Keeps work in `storage` (the browser's `localStorage`), by flow. */
export function createUnsentWorkKeeper(storage: Storage, flowId: string): UnsentWorkKeeper {
  const key = prefix + flowId;
  return {
    keep(work) {
      try {
        storage.setItem(key, JSON.stringify(work));
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    read: () => parse(storage.getItem(key)),
    forget: () => storage.removeItem(key),
  };
}

/** What is not (or no longer) readable counts as nothing. */
function parse(text: string | null): UnsentWork | undefined {
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { content, revision } = (value ?? {}) as Partial<UnsentWork>;
  if (typeof revision !== 'number' || typeof content?.name !== 'string') return undefined;
  const check = checkDescriptor(content.descriptor);
  if (!check.ok) return undefined;
  const notes = isRecord(content.notes) ? content.notes : {};
  return { content: { name: content.name, descriptor: check.descriptor, notes }, revision };
}
