const longestMs = 5 * 60_000;

/**
 * How long to wait after a failed attempt, in milliseconds: doubled each time up to five minutes, and spread
 * over half to one and a half times that, so that what failed together does not come back together.
 *
 * @param attempts how many attempts have failed, from 1
 * @param random evenly between 0 and 1
 */
export function backoffMs(baseMs: number, attempts: number, random: number): number {
  return Math.min(longestMs, baseMs * 2 ** (attempts - 1)) * (0.5 + random);
}
