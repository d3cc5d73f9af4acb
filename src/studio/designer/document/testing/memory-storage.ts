/** The browser's `localStorage`, in memory; `full` has no room for anything. */
export function createMemoryStorage({ full = false } = {}): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      if (full) throw new DOMException('no room', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}
