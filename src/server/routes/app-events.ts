import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { type Receipt, sendAppEvent, sendAppEvents } from '../../contract/events.ts';
import type { AppEvent } from '../../engine/engine.ts';
import { bodyOf, toApiError } from '../error-handler.ts';
import { presentViolation } from '../presenters/event-contract.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import type { Services } from '../services.ts';

const longestName = 200;
const longestKey = 255;
/** Bytes. */
const batchLimit = 16 * 1024 * 1024;

/** A request with the same key again is answered from what the first one did. */
const keyHeader = 'idempotency-key';

/** The routes of app events: the hottest ones, so they do nothing that the intake need not have. */
export function appEventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, sendAppEvent, async ({ user, params, query, body, request, reply }) => {
    const { receipt, replayed } = await send(services, {
      userId: user.id,
      event: params.event,
      data: body ?? null,
      request: { ...contentOf(request), query: { ...query, enqueueOnly: 'true' } },
      flowId: query.flowId,
      idempotencyKey: keyOf(request.headers[keyHeader]),
    });
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return receipt;
  });

  registerEndpoint(
    app,
    services,
    sendAppEvents,
    async ({ user, body, request }) => {
      const content = { ...contentOf(request), query: { enqueueOnly: 'true' } };
      // Accepted side by side, they share the intake's transactions.
      const results = body.events.map(async ({ event, data = null, id, flowId }) => {
        try {
          const { receipt, replayed } = await send(services, {
            userId: user.id,
            event,
            data,
            request: content,
            flowId,
            idempotencyKey: id || undefined,
          });
          return replayed ? { ...receipt, replayed: true as const } : receipt;
        } catch (error) {
          const known = toApiError(error);
          if (!known) services.logger.error({ err: error }, 'An event of a batch failed');
          return { error: bodyOf(known ?? new ApiError('INTERNAL')) };
        }
      });
      const all = await Promise.all(results);
      // Nothing is stored: to be tried again as a whole.
      if (all.every((result) => 'error' in result && result.error?.code === 'UNAVAILABLE')) {
        throw new ApiError('UNAVAILABLE');
      }
      return { results: all };
    },
    { bodyLimit: batchLimit },
  );
}

async function send(
  services: Services,
  appEvent: AppEvent,
): Promise<{ receipt: Receipt; replayed: boolean }> {
  const { event } = appEvent;
  if (event === '' || event.includes('\0') || isLongerThan(event, longestName)) {
    throw new ApiError('INVALID_EVENT_NAME');
  }
  const { triggers, replayed, warnings } = await services.engine.acceptAppEvent(appEvent);
  const receipt = {
    triggers,
    ...(triggers.length > 0 ? { errors: [] } : {}),
    ...(warnings.length > 0 ? { warnings: warnings.map(presentViolation) } : {}),
  };
  return { receipt, replayed };
}

/** Characters, of which a text has at most as many as code units. */
function isLongerThan(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}

function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = [header].flat().join(',');
  if (key.length > longestKey) {
    throw new ApiError('BAD_REQUEST', `The ${keyHeader} header may have ${longestKey} characters at most.`);
  }
  return key === '' ? undefined : key;
}
