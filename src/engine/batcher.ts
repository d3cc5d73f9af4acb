import { isConnectionFailure } from '../store/transaction.ts';

export type Batcher<Item, Result> = {
  /**
   * Settles once the batch that this item went with is written. Items of the same sequence are written in the order in
   * which they were added.
   */
  add(item: Item, sequence?: object): Promise<Result>;
  /** Resolves when nothing waits and nothing is being written. */
  idle(): Promise<void>;
};

/**
 * Group commit. While a batch is being written the next one gathers: a lone item is written at once, and
 * under load many share the cost of one commit. With several writers so many batches are written at a time, in no
 * order among them but that of sequences; another begins beside those under way only when it is as large as they are together. Begun with
 * whatever has come, batches would become small, and each has its price (measured with two writers of events: a quarter
 * more processor time in PostgreSQL).
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
  /** Those whose items wait until the ones before them are written. */
  const sequences = new Set<object>();
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

  const writeAll = async (batch: Waiting[]): Promise<void> => {
    try {
      const results = await write(batch.map((one) => one.item));
      batch.forEach((one, index) => one.resolve(results[index] as Result));
    } catch (error) {
      if (batch.length === 1 || isConnectionFailure(error)) {
        for (const one of batch) one.reject(error);
      } else {
        for (const one of batch) {
          const written = writeAll([one]);
          // Others need not wait until the last one of these is written.
          begin();
          await written;
        }
      }
    }
  };

  const isReady = ({ sequence }: Waiting): boolean => sequence === undefined || !sequences.has(sequence);

  const takeBatch = (): Waiting[] => {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    let weight = 0;
    for (const one of waiting) {
      if (batch.length === options.maxItems || weight >= options.maxWeight || !isReady(one)) {
        left.push(one);
      } else {
        weight += options.weigh(one.item);
        batch.push(one);
      }
    }
    waiting = left;
    return batch;
  };

  const isWorthwhile = (): boolean => {
    const ready = sequences.size === 0 ? waiting.length : waiting.filter(isReady).length;
    return ready > 0 && ready >= Math.min(underWay, options.maxItems);
  };

  const work = async (): Promise<void> => {
    working += 1;
    while (isWorthwhile()) {
      const batch = takeBatch();
      const ofBatch = batch.flatMap(({ sequence }) => sequence ?? []);
      for (const sequence of ofBatch) sequences.add(sequence);
      await writeAll(batch);
      for (const sequence of ofBatch) sequences.delete(sequence);
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
        begin();
      }),
    idle: () =>
      working > 0 || beginning ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve(),
  };
}
