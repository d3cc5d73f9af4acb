/** Tells which places of unsent work belong to a page that lives. */
export type SlotLocks = {
  /** Makes a place this page's own; undefined while it is another's. What comes back gives it up again. */
  claim: (key: string) => Promise<(() => Promise<void>) | undefined>;
  /** Runs a task while no other page runs one of the same key; after waiting long enough all the same. */
  inTurn: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;
};

/** Milliseconds. */
const longestTurn = 3000;

/**
 * By the browser's locks: they end with their page, however it ends, and of two pages that want one at the same time one
 * gets it. Away from localhost plain http has none, whatever the type of `navigator` says; then every place that this page has not claimed counts as free. Work of
 * another tab may show up in two tabs there, but is never lost: the later save of the two is a conflict.
 */
export function createSlotLocks(locks: LockManager | undefined): SlotLocks {
  const own = new Set<string>();
  return {
    async claim(key) {
      if (own.has(key)) return undefined;
      own.add(key);
      const unlock = locks ? await lock(locks, key) : async () => undefined;
      if (!unlock) own.delete(key);
      return (
        unlock &&
        (async () => {
          await unlock();
          own.delete(key);
        })
      );
    },
    async inTurn(key, task) {
      if (!locks) return task();
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      await taken(locks, key, ended);
      try {
        return await task();
      } finally {
        end();
      }
    },
  };
}

/** Resolves when the lock is there, to be held until `ended`, or when it takes too long. */
function taken(locks: LockManager, key: string, ended: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const granted = () => {
      resolve();
      return ended;
    };
    locks.request(key, { signal: AbortSignal.timeout(longestTurn) }, granted).catch(() => resolve());
  });
}

function lock(locks: LockManager, key: string): Promise<(() => Promise<void>) | undefined> {
  return new Promise((resolve, reject) => {
    const ended = locks.request(key, { ifAvailable: true }, async (granted) => {
      if (!granted) return resolve(undefined);
      const { promise: held, resolve: end } = Promise.withResolvers<void>();
      resolve(async () => {
        end();
        await ended;
      });
      await held;
    });
    ended.catch(reject);
  });
}
