import { setTimeout as delay } from 'node:timers/promises';
import { isConnectionFailure, isDeadlock } from '../store/transaction.ts';

const everyMs = 250;
const attempts = 120;

/**
 * Does a database write that may be repeated, again and again while the database cannot be reached (it is being
 * restarted): a step that was done must not be done again because it could not be noted down.
 *
 * @throws the last error after so many attempts (half a minute of a database that refuses at once, longer of one that
 * does not answer), or once the process stops; another kind of error at once
 */
export async function persist<T>(work: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const passes = isConnectionFailure(error) || isDeadlock(error);
      if (!passes || attempt >= attempts || stopping.aborted) throw error;
      await delay(everyMs);
    }
  }
}
