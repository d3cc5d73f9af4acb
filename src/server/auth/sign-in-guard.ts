import { ApiError } from '../../contract/errors.ts';
import { createLimiter } from '../limiter.ts';

const windowMs = 5 * 60 * 1000;
const perUserAndAddress = 10;
const perAddress = 100;

export type SignInGuard = {
  /**
   * Runs a check of credentials unless too many have failed lately; `check` gives undefined when they are
   * wrong. A success forgives the earlier failures of this user from this address.
   *
   * @throws ApiError TOO_MANY_REQUESTS with `details.retryAfter` in seconds
   */
  attempt<T>(
    who: { username: string; ip: string },
    check: () => Promise<T | undefined>,
  ): Promise<T | undefined>;
};

type Failures = { count: number; until: number };

/** Slows guessing of passwords down: 10 failures per user and address, 100 per address, in 5 minutes. */
export function createSignInGuard(clock: () => Date): SignInGuard {
  const failures = new Map<string, Failures>();
  // Few at a time, each looked at when its turn comes: a burst cannot slip through before its first failure.
  const limit = createLimiter(2);

  const failuresOf = (key: string, now: number): Failures => {
    const known = failures.get(key);
    return known && known.until > now ? known : { count: 0, until: now + windowMs };
  };

  const record = (key: string, now: number): void => {
    if (failures.size >= 10_000) {
      for (const [old, { until }] of failures) if (until <= now) failures.delete(old);
    }
    const known = failuresOf(key, now);
    failures.set(key, { ...known, count: known.count + 1 });
  };

  return {
    attempt: ({ username, ip }, check) =>
      limit(async () => {
        const bounds = [
          { key: JSON.stringify([ip, username.toLowerCase()]), most: perUserAndAddress },
          { key: JSON.stringify([ip]), most: perAddress },
        ] as const;
        const now = clock().getTime();
        for (const { key, most } of bounds) {
          const { count, until } = failuresOf(key, now);
          if (count >= most) {
            throw new ApiError('TOO_MANY_REQUESTS', 'Too many failed sign-ins. Try again later.', {
              retryAfter: Math.ceil((until - now) / 1000),
            });
          }
        }
        const found = await check();
        if (found === undefined) for (const { key } of bounds) record(key, clock().getTime());
        else failures.delete(bounds[0].key);
        return found;
      }),
  };
}
