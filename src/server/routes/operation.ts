import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { health, live, metrics } from '../../contract/health.ts';
import { isReachable } from '../../store/reachable.ts';
import { registerOpenEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** For those who operate the server: is it ready, does it live, what does it do. */
export function operationRoutes(app: FastifyInstance, services: Services): void {
  registerOpenEndpoint(app, health, async () => {
    if (!(await isReachable(services.database))) throw new ApiError('UNAVAILABLE');
    return { status: 'ok' as const, version: services.version };
  });

  registerOpenEndpoint(app, live, () => ({ status: 'ok' as const }));

  registerOpenEndpoint(app, metrics, async ({ request, reply }) => {
    const { metricsAccess } = services;
    if (metricsAccess === 'closed') throw new ApiError('NOT_FOUND');
    if (metricsAccess !== 'open' && !isToken(request.headers.authorization, metricsAccess.token)) {
      throw new ApiError('UNAUTHENTICATED');
    }
    const { text, contentType } = await services.metrics.read();
    void reply.type(contentType).serializer((value) => value as string);
    return text;
  });
}

/** Compared in the same time whatever is given. */
function isToken(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
