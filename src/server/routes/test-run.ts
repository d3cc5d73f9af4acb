import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { type TestEvent, testFlow } from '../../contract/test-run.ts';
import { TestRefused } from '../../engine/errors.ts';
import { toApiError } from '../error-handler.ts';
import { goneOf, openEventStream } from '../event-stream.ts';
import { ownFlow } from '../flows/access.ts';
import { presentRefusal, presentTestedStep, presentTestEnd } from '../presenters/test-events.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** Tests run in this process beside its worker, so nobody may begin any number of them. */
const mostAtOnce = 5;

/** An event's data may come with it, and more than an event of the outside may hold would not fit in a step. */
const bodyLimit = 2 * 1024 * 1024;

/** Trying a flow, with each step told as it happens. */
export function testRunRoutes(app: FastifyInstance, services: Services): void {
  const { database, engine, catalogue, logger } = services;
  /** User ids, one for each test at work. */
  const atWork: string[] = [];
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  registerEndpoint(
    app,
    services,
    testFlow,
    async ({ user, params, body, request, reply }) => {
      const flow = await ownFlow(database.db, user, params.flowId);
      if (atWork.filter((id) => id === user.id).length >= mostAtOnce) {
        throw new ApiError('TOO_MANY_REQUESTS', `At most ${mostAtOnce} tests run at the same time.`);
      }
      const { options, ...subject } = body;
      const { send, finish, events } = listenerOf(reply, request.headers.accept);
      const timeoutMs = options.timeout;
      atWork.push(user.id);
      try {
        const end = await engine.testFlow({
          componentId: subject.componentId,
          payload: subject.payload,
          inputData: subject.inputData,
          inPort: subject.inPort,
          flow: {
            id: flow.id,
            userId: flow.user_id,
            name: flow.name,
            descriptor: flow.descriptor,
            customFields: flow.custom_fields,
          },
          timeoutMs,
          signal: AbortSignal.any([closing.signal, goneOf(reply)]),
          observer: {
            runBegan: (runId) => send({ event: 'test:start', data: { runId } }),
            stepBegan: (componentId) => send({ event: 'component:start', data: { componentId } }),
            async stepEnded(step) {
              for (const event of presentTestedStep(step, flow.descriptor, catalogue)) await send(event);
            },
          },
        });
        await send(presentTestEnd(end, timeoutMs));
      } catch (error) {
        if (error instanceof TestRefused) await send(presentRefusal(error));
        else if (!reply.sent) throw error;
        else {
          // The answer has begun, so the error can only be told within it.
          logger.error({ err: error }, 'A test failed');
          const { message } = toApiError(error) ?? new ApiError('INTERNAL');
          await send({ event: 'test:error', data: { message, problems: [] } });
        }
      } finally {
        atWork.splice(atWork.indexOf(user.id), 1);
        finish();
      }
      return events;
    },
    { bodyLimit },
  );
}

/** Events go out one by one to who asks for a stream, and all together to anybody else. */
function listenerOf(reply: FastifyReply, accept = '') {
  const events: TestEvent[] = [];
  if (!accept.includes('text/event-stream')) {
    return { events, send: async (event: TestEvent) => void events.push(event), finish: () => undefined };
  }
  const stream = openEventStream(reply);
  return {
    events,
    send: ({ event, data }: TestEvent) => stream.send(event, data),
    finish: () => stream.end(),
  };
}
