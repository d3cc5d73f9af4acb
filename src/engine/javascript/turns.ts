/**
 * What waits, by whom it belongs to: each owner in turn has one thing done, so that many things of one hold nobody else up
 * for longer than one of them takes.
 */
export type Turns<Item> = {
  /** False where too much waits already, of this owner or of all. */
  add(owner: string, item: Item): boolean;
  next(): Item | undefined;
  size(): number;
  /** Empties it. */
  takeAll(): Item[];
};

export function createTurns<Item>(most: { ofOwner: number; ofAll: number }): Turns<Item> {
  /** In the order of their turns. */
  const byOwner = new Map<string, Item[]>();
  let count = 0;
  return {
    add(owner, item) {
      const own = byOwner.get(owner);
      if (count >= most.ofAll || (own?.length ?? 0) >= most.ofOwner) return false;
      if (own) own.push(item);
      else byOwner.set(owner, [item]);
      count += 1;
      return true;
    },
    next() {
      const [first] = byOwner;
      if (!first) return undefined;
      const [owner, items] = first;
      const item = items.shift();
      byOwner.delete(owner);
      if (items.length > 0) byOwner.set(owner, items);
      count -= 1;
      return item;
    },
    size: () => count,
    takeAll() {
      const all = [...byOwner.values()].flat();
      byOwner.clear();
      count = 0;
      return all;
    },
  };
}
