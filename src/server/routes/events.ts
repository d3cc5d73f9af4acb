import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { listenForEvents, listEventNames, listEvents } from '../../contract/events.ts';
import { latestEventNames, latestEvents, type StoredEvent } from '../../store/events.ts';
import { goneOf, openEventStream } from '../event-stream.ts';
import { eventsFromNow } from '../listen-for-events.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** Authors who wait for an event: how many of one user's tabs, and how long. */
const mostListeners = 10;
const listenMs = 10 * 60_000;

/** What was sent before, to look at or to test with. */
export function storedEventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, listEvents, async ({ user, query: { name, limit } }) => {
    const events = await latestEvents(services.database.pool, { userId: user.id, name, limit });
    return events.map(presentEvent);
  });

  registerEndpoint(app, services, listEventNames, async ({ user }) => {
    const names = await latestEventNames(services.database.pool, user.id);
    return names.map(({ lastAt, ...name }) => ({ ...name, lastAt: lastAt.toISOString() }));
  });

  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const listening = new Map<string, number>();

  registerEndpoint(app, services, listenForEvents, async ({ user, query: { name }, reply }) => {
    const already = listening.get(user.id) ?? 0;
    if (already >= mostListeners) {
      throw new ApiError('TOO_MANY_REQUESTS', `At most ${mostListeners} listen at the same time.`);
    }
    listening.set(user.id, already + 1);
    const signal = AbortSignal.any([closing.signal, goneOf(reply), AbortSignal.timeout(listenMs)]);
    const stream = openEventStream(reply);
    try {
      await stream.send('ready', { name });
      for await (const event of eventsFromNow(services, { userId: user.id, name }, signal)) {
        await stream.send('app-event', presentEvent(event));
      }
    } finally {
      listening.set(user.id, (listening.get(user.id) ?? 1) - 1);
      stream.end();
    }
    // The stream was the answer.
    return [];
  });
}

function presentEvent({ id, name, message, createdAt }: StoredEvent) {
  return {
    eventId: id,
    name,
    data: (message as { data?: unknown }).data ?? null,
    createdAt: createdAt.toISOString(),
  };
}
