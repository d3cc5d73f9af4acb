import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { listenForEvents, listEventNames, listEvents, sendAppEvent } from '../../contract/events.ts';
import { latestEventNames, latestEvents, type StoredEvent } from '../../store/events.ts';
import { goneOf, openEventStream } from '../event-stream.ts';
import { eventsFromNow } from '../listen-for-events.ts';
import { presentViolation } from '../presenters/event-contract.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import type { Services } from '../services.ts';

const longestName = 200;
const longestKey = 255;

/** Authors who wait for an event: how many of one user's tabs, and how long. */
const mostListeners = 10;
const listenMs = 10 * 60_000;

/** A request with the same key again is answered from what the first one did. */
const keyHeader = 'idempotency-key';

/** The route of app events: the hottest one, so it does nothing that the intake need not have. */
export function eventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, sendAppEvent, async ({ user, params, query, body, request, reply }) => {
    const { event } = params;
    if (event === '' || event.includes('\0') || Array.from(event).length > longestName) {
      throw new ApiError('INVALID_EVENT_NAME');
    }
    const { triggers, replayed, warnings } = await services.engine.acceptAppEvent({
      userId: user.id,
      event,
      data: body ?? null,
      request: { ...contentOf(request), query: { ...query, enqueueOnly: 'true' } },
      flowId: query.flowId,
      idempotencyKey: keyOf(request.headers[keyHeader]),
    });
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return {
      triggers,
      ...(triggers.length > 0 ? { errors: [] } : {}),
      ...(warnings.length > 0 ? { warnings: warnings.map(presentViolation) } : {}),
    };
  });
}

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

function keyOf(header: string | string[] | undefined): string | undefined {
  const key = [header].flat().join(',');
  if (key.length > longestKey) {
    throw new ApiError('BAD_REQUEST', `The ${keyHeader} header may have ${longestKey} characters at most.`);
  }
  return key === '' ? undefined : key;
}
