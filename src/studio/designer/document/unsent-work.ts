import { checkDescriptor } from '../../../flow/descriptor.ts';
import { isRecord } from '../../../flow/record.ts';
import type { DocumentContent } from './document-store.ts';
import { type LongText, withoutLongTexts, withTexts } from './long-texts.ts';
import { type Slot, slotKey, slotsChanged, textKey, textKeysOf } from './unsent-slots.ts';

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

/** Which properties of which components lie by themselves (`textKey`). */
type Apart = Pick<LongText, 'componentId' | 'name'>;

/**
 * Keeps work in a place of `storage`, the browser's `localStorage`. A long text lies by itself, and is written only when it
 * is another one: an example of megabytes would otherwise be copied at every edit of anything.
 */
export function createUnsentWorkKeeper(storage: Storage, slot: Slot): UnsentWorkKeeper {
  const key = slotKey(slot);
  const isEmpty = () => storage.getItem(key) === null;
  const written = new Map<string, string>();

  /** Before the work that refers to them, and what it no longer refers to after it. */
  const write = ({ content, ...work }: UnsentWork) => {
    const { descriptor, texts } = withoutLongTexts(content.descriptor);
    const inUse = new Set(texts.map((text) => keyOfText(slot, text)));
    const there = new Set(textKeysOf(storage, slot));
    for (const text of texts) {
      const place = keyOfText(slot, text);
      if (there.has(place) && written.get(place) === text.text) continue;
      storage.setItem(place, text.text);
      written.set(place, text.text);
    }
    const apart: Apart[] = texts.map(({ componentId, name }) => ({ componentId, name }));
    const kept = { ...work, content: { ...content, descriptor }, ...(apart.length > 0 ? { apart } : {}) };
    storage.setItem(key, JSON.stringify(kept));
    for (const place of written.keys()) if (!inUse.has(place)) drop(place);
  };
  const drop = (place: string) => {
    storage.removeItem(place);
    written.delete(place);
  };
  const dropTexts = () => {
    for (const place of textKeysOf(storage, slot)) drop(place);
  };

  return {
    keep(work) {
      const wasEmpty = isEmpty();
      try {
        write(work);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        // Without the work nothing refers to the texts: they would lie there for ever.
        if (wasEmpty) dropTexts();
        return false;
      }
      if (wasEmpty) slotsChanged();
      return true;
    },
    read: () => parse(storage.getItem(key), (text) => storage.getItem(keyOfText(slot, text))),
    forget() {
      dropTexts();
      if (isEmpty()) return;
      storage.removeItem(key);
      slotsChanged();
    },
  };
}

function keyOfText(slot: Slot, { componentId, name }: Apart): string {
  return textKey(slot, `${componentId}.${name}`);
}

function settingOf({ concurrency }: Partial<DocumentContent>): { concurrency?: number | null } {
  return concurrency === null || Number.isInteger(concurrency) ? { concurrency } : {};
}

/** What is not (or no longer) readable counts as nothing. What older releases kept does not say what it was made on. */
function parse(text: string | null, textOf: (apart: Apart) => string | null): UnsentWork | undefined {
  if (text === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const {
    content,
    revision,
    base = '',
    unanswered = [],
    at = 0,
    apart = [],
  } = (value ?? {}) as Partial<UnsentWork & { apart: Apart[] }>;
  if (typeof revision !== 'number' || typeof content?.name !== 'string') return undefined;
  const check = checkDescriptor(content.descriptor);
  if (!check.ok) return undefined;
  const texts = apart.map((one) => ({ ...one, text: textOf(one) }));
  if (!texts.every((one): one is LongText => one.text !== null)) return undefined;
  const notes = isRecord(content.notes) ? content.notes : {};
  return {
    content: {
      name: content.name,
      descriptor: withTexts(check.descriptor, texts),
      notes,
      ...settingOf(content),
    },
    revision,
    base,
    unanswered,
    at,
  };
}
