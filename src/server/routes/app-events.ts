import type { FastifyInstance } from 'fastify';
import { sendAppEvent } from '../../contract/events.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import { keyOf, sendOne, tellReplayed } from '../send-app-event.ts';
import type { Services } from '../services.ts';

/** The route of app events: the hottest one, so it does nothing that the intake need not have. */
export function appEventRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, sendAppEvent, async ({ user, params, query, body, request, reply }) => {
    const { receipt, replayed } = await sendOne(services, {
      userId: user.id,
      event: params.event,
      data: body ?? null,
      request: { ...contentOf(request), query: { ...query, enqueueOnly: 'true' } },
      flowId: query.flowId,
      idempotencyKey: keyOf(request),
    });
    if (replayed) tellReplayed(reply);
    return receipt;
  });
}
