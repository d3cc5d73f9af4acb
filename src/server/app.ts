import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { ApiError } from '../contract/errors.ts';
import { useApiBodies, useEventBodies, useForms, useWebhookBodies } from './body-parsers.ts';
import { handleClientError } from './client-error.ts';
import { createErrorHandler, sendError } from './error-handler.ts';
import { useOpenApi } from './openapi.ts';
import { serializerCompiler, validatorCompiler } from './register-endpoint.ts';
import { componentRoutes } from './routes/components.ts';
import { coordinatorRoutes } from './routes/coordinator.ts';
import { eventContractRoutes } from './routes/event-contracts.ts';
import { appEventBatchRoutes } from './routes/app-event-batches.ts';
import { appEventRoutes } from './routes/app-events.ts';
import { storedEventRoutes } from './routes/events.ts';
import { fileRoutes } from './routes/files.ts';
import { flowRoutes } from './routes/flows.ts';
import { operationRoutes } from './routes/operation.ts';
import { modifierRoutes } from './routes/modifiers.ts';
import { runRoutes } from './routes/runs.ts';
import { testRunRoutes } from './routes/test-run.ts';
import { unprocessedRoutes } from './routes/unprocessed.ts';
import { userRoutes } from './routes/users.ts';
import { versionRoutes } from './routes/versions.ts';
import { textsRoute } from './routes/texts.ts';
import { triggerRoutes, webhookRoutes } from './routes/webhooks.ts';
import type { Services } from './services.ts';
import { staticFiles } from './static-files.ts';

/** A whole request, its body included, must be here within this time. */
const requestWithinMs = 120_000;

/** Headers of every answer. */
const safety = { 'x-content-type-options': 'nosniff' };

/** Pages of any origin may call, and may read these headers of an answer besides the harmless ones. */
const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After, Idempotent-Replayed',
};

/**
 * Answers browsers that ask before they call. The plugin is kept to that: on each request it would work out anew which
 * headers an answer has, though they are the same for all.
 */
async function preflights(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    maxAge: 86_400,
  });
}

/** What a worker answers: nothing but whether it lives, is ready, and what it does. Does not listen. */
export async function buildOperationApp(services: Services): Promise<FastifyInstance> {
  const app = bareApp(services, safety);
  await app.register(async (scope) => operationRoutes(scope, services));
  return app;
}

function bareApp(services: Services, headers: Record<string, string>): FastifyInstance {
  const handleError = createErrorHandler(services.logger);
  const logger: FastifyBaseLogger = services.logger;
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    // With a logger of its own Fastify makes another for each request and follows each answer to its end, for the log of
    // requests that is not written: a twentieth of what an event costs here. What it warns of is logged all the same.
    logger: false,
    childLoggerFactory: () => logger,
    // A proxy on this machine may say who calls; nobody else is believed.
    trustProxy: 'loopback',
    exposeHeadRoutes: false,
    requestTimeout: requestWithinMs,
    // Names of events are parts of paths; how long they may be is for the route to say.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: handleError,
    clientErrorHandler: handleClientError,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) => sendError(reply, new ApiError('NOT_FOUND')));

  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  return app;
}

/** Puts the HTTP server together: routes of the contract, the Studio, the SDK. Does not listen. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = bareApp(services, { ...safety, ...openToPages });
  await app.register(preflights);
  await useOpenApi(app, services);
  await app.register(async (scope) => {
    useApiBodies(scope);
    userRoutes(scope, services);
    flowRoutes(scope, services);
    versionRoutes(scope, services);
    coordinatorRoutes(scope, services);
    componentRoutes(scope, services);
    triggerRoutes(scope, services);
    modifierRoutes(scope, services);
    runRoutes(scope, services);
    unprocessedRoutes(scope, services);
    storedEventRoutes(scope, services);
    eventContractRoutes(scope, services);
    testRunRoutes(scope, services);
    textsRoute(scope, services);
    operationRoutes(scope, services);
  });
  await app.register(async (scope) => {
    await useForms(scope);
    fileRoutes(scope, services);
  });
  await app.register(async (scope) => {
    useEventBodies(scope);
    appEventRoutes(scope, services);
    appEventBatchRoutes(scope, services);
  });
  await app.register(async (scope) => {
    useWebhookBodies(scope);
    webhookRoutes(scope, services);
  });
  await staticFiles(app, services);
  return app;
}
