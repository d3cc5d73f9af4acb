/** The browser's `localStorage`, in memory; while it is `full` there is no room for anything. */
export function createMemoryStorage({ full = false } = {}): Storage & { full: boolean } {
  const items = new Map<string, string>();
  const storage = {
    full,
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key: string) => items.get(key) ?? null,
    key: (index: number) => [...items.keys()][index] ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, value: string) {
      if (storage.full) throw new DOMException('no room', 'QuotaExceededError');
      items.set(key, value);
    },
  };
  return storage;
}
