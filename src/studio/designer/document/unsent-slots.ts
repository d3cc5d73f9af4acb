/**
 * Where unsent work lies in this browser: in `localStorage`, one place for each visit of a flow that had some. Two tabs
 * with the same flow so have a place each, and neither touches the other's.
 */
export type Slot = { flowId: string; slotId: string };

const prefix = 'tributary-unsent-work:';

export function slotKey({ flowId, slotId }: Slot): string {
  // Before tabs had places of their own a flow had a single one.
  return slotId === '' ? prefix + flowId : `${prefix}${flowId}:${slotId}`;
}

const textPrefix = 'tributary-unsent-text:';

/** Where a long text of the work in a place lies: by itself, so that it is not written down once more with every edit. */
export function textKey({ flowId, slotId }: Slot, name = ''): string {
  return `${textPrefix}${flowId}:${slotId}:${name}`;
}

/** All long texts that were kept in a place. */
export function textKeysOf(storage: Storage, slot: Slot): string[] {
  return keysIn(storage).filter((key) => key.startsWith(textKey(slot)));
}

function keysIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}

/** All places with something in them. */
export function slotsIn(storage: Storage): Slot[] {
  return keysIn(storage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const [flowId = '', slotId = ''] = key.slice(prefix.length).split(':');
      return { flowId, slotId };
    });
}

/** Takes away all that was kept of a flow that is no more. */
export function forgetFlow(storage: Storage, flowId: string): void {
  for (const slot of slotsIn(storage)) {
    if (slot.flowId !== flowId) continue;
    storage.removeItem(slotKey(slot));
    for (const key of textKeysOf(storage, slot)) storage.removeItem(key);
  }
  slotsChanged();
}

const listeners = new Set<() => void>();

/** A place was filled or emptied in this page. Of other pages the browser tells (`storage`). */
export function slotsChanged(): void {
  for (const listener of listeners) listener();
}

export function subscribeToSlots(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(prefix)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}
