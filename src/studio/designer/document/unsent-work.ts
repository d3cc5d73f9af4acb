import { checkDescriptor } from '../../../flow/descriptor.ts';
import { isRecord } from '../../../flow/record.ts';
import type { DocumentContent } from './document-store.ts';
import { type Slot, slotKey, slotsChanged } from './unsent-slots.ts';

/** Edits the server has not confirmed. */
export type UnsentWork = {
  content: DocumentContent;
  /** The version it was made on: the server's number of it, and what it said (`fingerprint.ts`). */
  revision: number;
  base: string;
  /** What was sent since without an answer; any of it may have arrived. Fingerprints. */
  unanswered: string[];
  /** When it was kept, in milliseconds. */
  at: number;
};

/** Where unsent edits of one visit survive a crash, a closed tab or a day without network. */
export type UnsentWorkKeeper = {
  /** False when the browser has no room or no permission for it. */
  keep: (work: UnsentWork) => boolean;
  read: () => UnsentWork | undefined;
  forget: () => void;
};

/** Keeps work in a place of `storage`, the browser's `localStorage`. */
export function createUnsentWorkKeeper(storage: Storage, slot: Slot): UnsentWorkKeeper {
  const key = slotKey(slot);
  const isEmpty = () => storage.getItem(key) === null;
  return {
    keep(work) {
      const wasEmpty = isEmpty();
      try {
        storage.setItem(key, JSON.stringify(work));
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
      if (wasEmpty) slotsChanged();
      return true;
    },
    read: () => parse(storage.getItem(key)),
    forget() {
      if (isEmpty()) return;
      storage.removeItem(key);
      slotsChanged();
    },
  };
}

/** What is not (or no longer) readable counts as nothing. What older releases kept does not say what it was made on. */
function parse(text: string | null): UnsentWork | undefined {
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { content, revision, base = '', unanswered = [], at = 0 } = (value ?? {}) as Partial<UnsentWork>;
  if (typeof revision !== 'number' || typeof content?.name !== 'string') return undefined;
  const check = checkDescriptor(content.descriptor);
  if (!check.ok) return undefined;
  const notes = isRecord(content.notes) ? content.notes : {};
  return {
    content: { name: content.name, descriptor: check.descriptor, notes },
    revision,
    base,
    unanswered,
    at,
  };
}
