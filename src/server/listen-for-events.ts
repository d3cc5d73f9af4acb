import { setTimeout as delay } from 'node:timers/promises';
import { eventsSince, type StoredEvent } from '../store/events.ts';
import type { Services } from './services.ts';

/** How often one looks: an author waits for this long at most. */
const everyMs = 300;
const mostAtOnce = 20;

/**
 * Events share a moment and come to be seen in any order, whichever process stored them: what is a little older than the
 * last one seen is looked at again.
 */
const lookBackMs = 5_000;

/**
 * Gives the app events of a user with this name as they come, until the signal is aborted.
 *
 * It asks the database again and again rather than being told: only authors listen, and no event pays for it.
 */
export async function* eventsFromNow(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  wanted: { userId: string; name: string },
  signal: AbortSignal,
): AsyncGenerator<StoredEvent> {
  const began = clock();
  let since = began;
  let known: StoredEvent[] = [];
  while (!signal.aborted) {
    const found = await eventsSince(database.pool, {
      ...wanted,
      since,
      known: known.map(({ id }) => id),
      limit: mostAtOnce,
    });
    yield* found;
    known = [...known, ...found];
    const latest = known.at(-1)?.createdAt ?? began;
    since = new Date(Math.max(began.getTime(), latest.getTime() - lookBackMs));
    known = known.filter(({ createdAt }) => createdAt >= since);
    try {
      await delay(everyMs, undefined, { signal });
    } catch {
      // The wait was cut short because nobody listens any more.
      return;
    }
  }
}
