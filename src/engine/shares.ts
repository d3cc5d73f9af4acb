import type { RunPayload } from '../store/jobs.ts';
import { parkRuns, unparkRuns, usersWithParked } from '../store/parking.ts';
import { transaction } from '../store/transaction.ts';
import { createBatcher } from './batcher.ts';
import type { EngineSettings } from './settings.ts';

export type Shares = {
  /** Does the work of a job at once, or when its user has room; resolves without it when the run has to wait for long. */
  during(job: RunPayload, work: () => Promise<void>): Promise<void>;
  /** Fetches what was parked, by whatever worker, for as many as there is room for here. */
  fetch(): Promise<void>;
  idle(): Promise<void>;
};

const mostFetched = 100;

/** Into so many parts the places are divided that are left, of which a user gets one: a single place at least. */
const manyUsers = 50;

/**
 * So many jobs the queue takes from the database at once. Who comes new may stand behind them, and they stand still where
 * all of them wait: so this many are to come through within a second.
 */
export const takenAtOnce = (concurrency: number): number => Math.min(concurrency, 100);

/** So many jobs the queue has in its hands: those at work, those that wait for room, and as many that come and go. */
export const inHand = (concurrency: number): number => 2 * concurrency;

type Waiting = {
  go: (mayWork: boolean) => void;
  since: number;
  /** Runs that were done with until then. */
  done: number;
};

type Account = {
  atWork: number;
  waiting: Waiting[];
  /** When a run of theirs was last done with, by `performance.now()`. */
  movedAt: number;
  /** What comes now stands behind it. */
  hasParked: boolean;
  /** Grows as runs are parked: what did not see them says nothing about them. */
  parkings: number;
  fetching: boolean;
  timer: NodeJS.Timeout | undefined;
};

/**
 * Keeps one user's runs from taking all places of a worker, as they do when they hang. A user may have so many at work
 * as `share` of a place is to what is left: alone at most that share of all places, and with others at work less, so
 * that nobody has to be counted but who is at work. When several users hang one after another, each with that share of
 * what those before have left, the fifth takes the last one by default. From then on there are half as many places again,
 * of which nobody gets more than a few: who has no run at work finds room, however many others hang.
 *
 * What finds no room waits here for a moment, as busy users soon have room again, and is then parked in the database, so
 * that the queue's hands are free for others.
 */
export function createShares(settings: EngineSettings, stopping: AbortSignal): Shares {
  const { database, clock, concurrency, userShare, parkAfterMs, logger } = settings;
  const accounts = new Map<string, Account>();
  const crowded = new Set<string>();
  const fetches = new Set<Promise<void>>();
  const ofTheRest = userShare < 1 ? userShare / (1 - userShare) : undefined;
  const places = Math.ceil(1.5 * concurrency);
  let atWork = 0;
  let done = 0;

  const parking = createBatcher<string, undefined>({
    maxItems: 500,
    maxWeight: Number.POSITIVE_INFINITY,
    weigh: () => 0,
    async write(runIds) {
      await parkRuns(database.pool, runIds, clock());
      return runIds.map(() => undefined);
    },
  });

  const roomOf = (account: Account): number => Math.max(sharedRoom(account), firstRoom(account));

  const sharedRoom = (account: Account): number => {
    const free = Math.max(0, concurrency - atWork);
    if (ofTheRest === undefined) return free;
    // So many more that all of theirs are `ofTheRest` times what is then left.
    return Math.min(free, Math.floor((ofTheRest * free - account.atWork) / (1 + ofTheRest)));
  };

  const firstRoom = (account: Account): number => {
    const free = places - atWork;
    return free <= 0 ? 0 : Math.max(1, Math.floor(free / manyUsers)) - account.atWork;
  };

  const accountOf = (userId: string): Account => {
    let account = accounts.get(userId);
    if (!account) {
      const now = performance.now();
      account = {
        atWork: 0,
        waiting: [],
        movedAt: now,
        hasParked: false,
        parkings: 0,
        fetching: false,
        timer: undefined,
      };
      accounts.set(userId, account);
    }
    return account;
  };

  /** A user none of whose runs has been done with for so long is not just busy. */
  const isStuck = (account: Account): boolean => performance.now() - account.movedAt >= parkAfterMs;

  /** Too few come through, whoever's they are: who comes new would stand behind who waits. */
  const waitsInVain = ({ since, done: before }: Waiting): boolean => {
    const waited = performance.now() - since;
    return waited >= parkAfterMs && done - before < (takenAtOnce(concurrency) * waited) / 1_000;
  };

  const letWait = (userId: string, account: Account): void => {
    crowded.add(userId);
    account.timer ??= setTimeout(
      // It may have been this process that stood still: first what has ended meanwhile is heard of.
      () => setImmediate(giveUpWaiting, userId, account),
      parkAfterMs / 4,
    );
  };

  const giveUpWaiting = (userId: string, account: Account): void => {
    account.timer = undefined;
    const [first] = account.waiting;
    if (!first) return;
    if (!isStuck(account) && !waitsInVain(first)) return letWait(userId, account);
    crowded.delete(userId);
    for (const { go } of account.waiting.splice(0)) go(false);
  };

  const letIn = (account: Account): void => {
    while (account.waiting.length > 0 && roomOf(account) > 0) {
      account.atWork += 1;
      atWork += 1;
      account.waiting.shift()!.go(true);
    }
  };

  const leave = (userId: string, account: Account): void => {
    account.atWork -= 1;
    atWork -= 1;
    done += 1;
    account.movedAt = performance.now();
    for (const id of crowded) {
      const one = accountOf(id);
      letIn(one);
      if (one.waiting.length === 0) crowded.delete(id);
    }
    if (account.hasParked) fetchFor(userId, account);
    forgetIdle(userId, account);
  };

  const forgetIdle = (userId: string, account: Account): void => {
    if (account.atWork + account.waiting.length === 0 && !account.hasParked && !account.fetching) {
      accounts.delete(userId);
    }
  };

  const noteParking = (account: Account): void => {
    account.hasParked = true;
    account.parkings += 1;
  };

  const fetchFor = (userId: string, account: Account): void => {
    const most = Math.min(mostFetched, roomOf(account) - account.waiting.length);
    if (account.fetching || most <= 0 || stopping.aborted) return;
    account.fetching = true;
    const before = account.parkings;
    const fetched = transaction(database.pool, (db) => unparkRuns(db, userId, most))
      .then((count) => {
        account.hasParked = count === most || account.parkings !== before;
      })
      .catch((error: unknown) => {
        // The next look at all that is parked finds them.
        logger.warn({ err: error, userId }, 'Runs that were parked could not be fetched yet');
      })
      .finally(() => {
        account.fetching = false;
        fetches.delete(fetched);
        forgetIdle(userId, account);
      });
    fetches.add(fetched);
  };

  /** Whether the job may be worked on now; otherwise its run is to be parked. */
  const enter = async (userId: string, account: Account, fetched: boolean): Promise<boolean> => {
    if (account.hasParked && !fetched) return false;
    if (account.waiting.length === 0 && roomOf(account) > 0) {
      account.atWork += 1;
      atWork += 1;
      return true;
    }
    if (isStuck(account)) return false;
    return new Promise((go) => {
      account.waiting.push({ go, since: performance.now(), done });
      letWait(userId, account);
    });
  };

  return {
    async during({ runId, userId, fetched = false }, work) {
      // What an older process queued; and what was taken without a job, which has places of its own that the taker counts.
      if (userId === undefined) return work();
      const account = accountOf(userId);
      if (await enter(userId, account, fetched)) {
        try {
          await work();
        } finally {
          leave(userId, account);
        }
        return;
      }
      // Nothing is begun any more: it is handed back.
      if (stopping.aborted) return work();
      noteParking(account);
      await parking.add(runId);
      noteParking(accountOf(userId));
    },
    async fetch() {
      const before = [...accounts].map(([userId, account]) => ({
        userId,
        account,
        parkings: account.parkings,
      }));
      const having = new Set(await usersWithParked(database.pool));
      for (const userId of having) {
        const account = accountOf(userId);
        account.hasParked = true;
        fetchFor(userId, account);
      }
      // Others fetched what these had.
      for (const { userId, account, parkings } of before) {
        if (having.has(userId) || account.parkings !== parkings) continue;
        account.hasParked = false;
        forgetIdle(userId, account);
      }
      await Promise.all(fetches);
    },
    async idle() {
      await Promise.all([parking.idle(), ...fetches]);
    },
  };
}
