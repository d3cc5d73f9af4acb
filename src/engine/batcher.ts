import { isConnectionFailure } from '../store/transaction.ts';

export type Batcher<Item, Result> = {
  /**
   * Settles once the batch that this item went with is written. Items of the same sequence are written in the order in
   * which they were added; when the database cannot be reached for one, those behind it fail, too.
   */
  add(item: Item, sequence?: object): Promise<Result>;
  /** Resolves when nothing waits and nothing is being written. */
  idle(): Promise<void>;
};

/**
 * Group commit. While a batch is being written the next one gathers: a lone item is written at once, and
 * under load many share the cost of one commit. With several writers so many batches are written at a time, in no
 * order among them but that of sequences; another begins beside those under way only when it is as large as they are
 * together. Begun with whatever has come, batches would become small, and each has its price (measured with two writers
 * of events: a quarter more processor time in PostgreSQL).
 *
 * A batch that the database refuses is written again item by item, so that one poisoned item fails alone;
 * when the database cannot be reached they all fail.
 */
export function createBatcher<Item, Result>(options: {
  /** Default 1. */
  writers?: number;
  maxItems: number;
  /** A batch is closed when its items' weights reach this. */
  maxWeight: number;
  weigh: (item: Item) => number;
  /** Writes a batch: all or nothing, results in the items' order. */
  write: (items: Item[]) => Promise<Result[]>;
}): Batcher<Item, Result> {
  type Waiting = {
    item: Item;
    sequence: object | undefined;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  const { writers = 1 } = options;
  let working = 0;
  /** Items that are being written at this moment. */
  let underWay = 0;
  /** Sequences of which items are being written, and how many more of each wait for that. */
  const held = new Map<object, number>();
  /** What kept the items of a sequence from being written: those behind them must not get before them. */
  const brokenBy = new WeakMap<object, unknown>();
  let beginning = false;
  let idlers: (() => void)[] = [];

  const write = async (items: Item[]): Promise<Result[]> => {
    underWay += items.length;
    try {
      return await options.write(items);
    } finally {
      underWay -= items.length;
    }
  };

  /** Then it fails for the same reason. */
  const isBroken = ({ sequence, reject }: Waiting): boolean => {
    if (sequence === undefined || !brokenBy.has(sequence)) return false;
    reject(brokenBy.get(sequence));
    return true;
  };

  const writeAll = async (batch: Waiting[]): Promise<void> => {
    try {
      const results = await write(batch.map((one) => one.item));
      batch.forEach((one, index) => one.resolve(results[index] as Result));
    } catch (error) {
      if (batch.length === 1 || isConnectionFailure(error)) {
        for (const one of batch) {
          if (one.sequence && isConnectionFailure(error)) brokenBy.set(one.sequence, error);
          one.reject(error);
        }
      } else {
        for (const one of batch) {
          if (isBroken(one)) continue;
          const written = writeAll([one]);
          // Others need not wait until the last one of these is written.
          begin();
          await written;
        }
      }
    }
  };

  const isHeld = ({ sequence }: Waiting): boolean => sequence !== undefined && held.has(sequence);

  const takeBatch = (): Waiting[] => {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    let weight = 0;
    for (const one of waiting) {
      if (batch.length === options.maxItems || weight >= options.maxWeight || isHeld(one)) {
        left.push(one);
      } else if (!isBroken(one)) {
        weight += options.weigh(one.item);
        batch.push(one);
      }
    }
    waiting = left;
    return batch;
  };

  const isWorthwhile = (): boolean => {
    let ready = waiting.length;
    for (const count of held.values()) ready -= count;
    return ready > 0 && ready >= Math.min(underWay, options.maxItems);
  };

  const work = async (): Promise<void> => {
    working += 1;
    while (isWorthwhile()) {
      const batch = takeBatch();
      const sequences = new Set(batch.flatMap(({ sequence }) => sequence ?? []));
      for (const sequence of sequences) {
        held.set(sequence, waiting.filter((one) => one.sequence === sequence).length);
      }
      if (batch.length > 0) await writeAll(batch);
      for (const sequence of sequences) held.delete(sequence);
    }
    working -= 1;
    if (working === 0) for (const resolve of idlers.splice(0)) resolve();
  };

  const begin = (): void => {
    if (beginning || working === writers || !isWorthwhile()) return;
    beginning = true;
    // What else arrives in this turn of the event loop comes along.
    setImmediate(() => {
      beginning = false;
      void work();
    });
  };

  return {
    add: (item, sequence) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, sequence, resolve, reject });
        const before = sequence && held.get(sequence);
        if (before !== undefined) held.set(sequence!, before + 1);
        begin();
      }),
    idle: () =>
      working > 0 || beginning ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve(),
  };
}
