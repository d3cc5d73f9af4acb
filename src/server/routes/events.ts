import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { listEvents, sendAppEvent } from '../../contract/events.ts';
import { latestEvents } from '../../store/events.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import type { Services } from '../services.ts';

const longestName = 200;
const longestKey = 255;

/** A request with the same key again is answered from what the first one did. */
const keyHeader = 'idempotency-key';

/** The route of app events: the hottest one, so it does nothing that the intake need not have. */
export function eventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, sendAppEvent, async ({ user, params, query, body, request, reply }) => {
    const { event } = params;
    if (event === '' || event.includes('\0') || Array.from(event).length > longestName) {
      throw new ApiError('INVALID_EVENT_NAME');
    }
    const { triggers, replayed } = await services.engine.acceptAppEvent({
      userId: user.id,
      event,
      data: body ?? null,
      request: { ...contentOf(request), query: { ...query, enqueueOnly: 'true' } },
      flowId: query.flowId,
      idempotencyKey: keyOf(request.headers[keyHeader]),
    });
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return triggers.length === 0 ? { triggers } : { triggers, errors: [] };
  });
}

/** What was sent before, to look at or to test with. */
export function storedEventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, listEvents, async ({ user, query: { name, limit } }) => {
    const events = await latestEvents(services.database.pool, { userId: user.id, name, limit });
    return events.map(({ id, name, message, createdAt }) => ({
      eventId: id,
      name,
      data: (message as { data?: unknown }).data ?? null,
      createdAt: createdAt.toISOString(),
    }));
  });
}

function keyOf(header: string | string[] | undefined): string | undefined {
  const key = [header].flat().join(',');
  if (key.length > longestKey) {
    throw new ApiError('BAD_REQUEST', `The ${keyHeader} header may have ${longestKey} characters at most.`);
  }
  return key === '' ? undefined : key;
}
