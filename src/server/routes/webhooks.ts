import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { triggerUrl, webhooks } from '../../contract/webhooks.ts';
import { findFlowOfComponent } from '../../store/flows.ts';
import { registerEndpoint, registerOpenEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import type { Services } from '../services.ts';
import { sendAnswer } from '../webhook-answer.ts';

/** Calls of a component by its URL; whoever knows the URL may. */
export function webhookRoutes(app: FastifyInstance, services: Services): void {
  for (const webhook of webhooks) {
    registerOpenEndpoint(app, webhook, async ({ params, query, body, request, reply }) => {
      const outcome = await services.engine.acceptWebhook({
        flowId: params.flowId,
        componentId: params.componentId,
        request: { ...contentOf(request), data: body ?? null },
      });
      if (outcome.kind === 'not-found') {
        throw new ApiError('NOT_FOUND', 'No running flow has a component with this URL.');
      }
      const queued = { correlationId: outcome.runId };
      if (outcome.kind === 'accepted') return query.enqueueOnly === 'true' ? reply.code(202).send({}) : {};
      if (query.enqueueOnly === 'true') return reply.code(202).send(queued);
      const answer = await outcome.response;
      return answer ? sendAnswer(reply, answer) : reply.code(202).send(queued);
    });
  }
}

export function triggerRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(app, services, triggerUrl, async ({ user, params: { componentId } }) => {
    const flow = await findFlowOfComponent(services.database.db, user.id, componentId);
    if (!flow) throw new ApiError('NOT_FOUND', 'None of your flows has this component.');
    return { url: `${services.publicUrl}/flows/${flow.id}/components/${encodeURIComponent(componentId)}` };
  });
}
