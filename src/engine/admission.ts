import { countOpenRuns } from '../store/runs.ts';
import { Throttled } from './errors.ts';
import type { EngineSettings } from './settings.ts';

export type Admission = {
  /**
   * Lets one more event of a user in.
   *
   * @throws Throttled above the user's events a second, or while too many of the user's runs are unfinished
   */
  admit(userId: string): void;
  /** An event started runs. */
  note(userId: string, runs: number): void;
};

/** Bursts may be this many seconds' worth of events. */
const burstSeconds = 2;
/** A backlog is counted after so many new runs, and while it is too long at most this often. */
const countEveryRuns = 500;
const countEveryMs = 1_000;
/** Above so many users those are forgotten of whom nothing is known that a newcomer has not. */
const mostKnown = 10_000;

type Account = {
  /** Events that may come at once. */
  tokens: number;
  filledAt: number;
  runsSinceCount: number;
  countedAt: number;
  counting: boolean;
  full: boolean;
};

/**
 * What one user may ask of this process. Each user has a bucket of tokens that fills up evenly, and each event takes
 * one. The backlog, a user's unfinished runs, is counted in the database, beside the events and not before them: it
 * may be exceeded by as many runs as begin meanwhile.
 */
export function createAdmission(settings: EngineSettings): Admission {
  const { eventsPerSecond, openRunsPerUser, clock, database, logger } = settings;
  const accounts = new Map<string, Account>();
  const mostTokens = Math.max(1, eventsPerSecond * burstSeconds);

  const accountOf = (userId: string, now: number): Account => {
    const known = accounts.get(userId);
    if (known) return known;
    if (accounts.size >= mostKnown) forget(now);
    const account = {
      tokens: mostTokens,
      filledAt: now,
      runsSinceCount: 0,
      countedAt: 0,
      counting: false,
      full: false,
    };
    accounts.set(userId, account);
    return account;
  };

  const forget = (now: number): void => {
    for (const [userId, account] of accounts) {
      const filled = account.tokens + ((now - account.filledAt) / 1000) * eventsPerSecond >= mostTokens;
      if (filled && !account.full && !account.counting) accounts.delete(userId);
    }
  };

  const count = async (userId: string, account: Account): Promise<void> => {
    account.counting = true;
    account.runsSinceCount = 0;
    try {
      account.full = (await countOpenRuns(database.pool, userId, openRunsPerUser)) >= openRunsPerUser;
    } catch (error) {
      // Counted again with the next events; what the database cannot take it refuses itself.
      logger.debug({ err: error }, 'A backlog could not be counted');
    } finally {
      account.countedAt = clock().getTime();
      account.counting = false;
    }
  };

  return {
    admit(userId) {
      const now = clock().getTime();
      const account = accountOf(userId, now);
      if (account.full) {
        if (!account.counting && now - account.countedAt >= countEveryMs) void count(userId, account);
        throw new Throttled('backlog', countEveryMs / 1000);
      }
      if (!Number.isFinite(eventsPerSecond)) return;
      const gained = (Math.max(0, now - account.filledAt) / 1000) * eventsPerSecond;
      account.tokens = Math.min(mostTokens, account.tokens + gained);
      account.filledAt = now;
      if (account.tokens < 1) {
        throw new Throttled('rate', Math.max(1, Math.ceil((1 - account.tokens) / eventsPerSecond)));
      }
      account.tokens -= 1;
    },
    note(userId, runs) {
      if (runs === 0) return;
      const account = accountOf(userId, clock().getTime());
      account.runsSinceCount += runs;
      if (account.runsSinceCount >= Math.min(countEveryRuns, openRunsPerUser) && !account.counting) {
        void count(userId, account);
      }
    },
  };
}
