import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { health } from '../../contract/health.ts';
import { isReachable } from '../../store/reachable.ts';
import { registerOpenEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

export function healthRoute(app: FastifyInstance, services: Services): void {
  registerOpenEndpoint(app, health, async () => {
    if (!(await isReachable(services.database))) throw new ApiError('UNAVAILABLE');
    return { status: 'ok' as const, version: services.version };
  });
}
