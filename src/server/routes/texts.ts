import type { FastifyInstance } from 'fastify';
import { readTexts } from '../../contract/texts.ts';
import { registerOpenEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

export function textsRoute(app: FastifyInstance, services: Services): void {
  registerOpenEndpoint(app, readTexts, async () => services.studioTexts);
}
