import type { FastifyInstance } from 'fastify';
import { ApiError, type ErrorCode } from '../../contract/errors.ts';
import { type BatchResult, eventInBatchSchema, sendAppEvents } from '../../contract/events.ts';
import type { AppEvent } from '../../engine/engine.ts';
import { bodyOf, toApiError } from '../error-handler.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import { contentOf } from '../request-content.ts';
import { keyOf, sendOne, tellReplayed } from '../send-app-event.ts';
import type { Services } from '../services.ts';

/** Bytes. */
const batchLimit = 16 * 1024 * 1024;
/** Bytes of JSON, as an event that is sent alone may have. */
const eventLimit = 1024 * 1024;

/** What passes: to be tried again. */
const passing: ReadonlySet<string> = new Set<ErrorCode>(['UNAVAILABLE', 'TOO_MANY_REQUESTS']);

/** Many app events in one request. */
export function appEventBatchRoutes(app: FastifyInstance, services: Services): void {
  registerEndpoint(
    app,
    services,
    sendAppEvents,
    async ({ user, body, request, reply }) => {
      const key = keyOf(request);
      const mayBeTooLarge = Number(request.headers['content-length'] ?? Infinity) > eventLimit;
      const common = {
        userId: user.id,
        request: { ...contentOf(request), query: { enqueueOnly: 'true' } },
        sequence: {},
      };
      const appEventOf = (given: unknown, place: number): AppEvent => {
        const { event, data = null, id, flowId } = wellFormed(given);
        if (mayBeTooLarge && Buffer.byteLength(JSON.stringify(data)) > eventLimit) {
          throw new ApiError('TOO_LARGE');
        }
        const idempotencyKey = id || (key === undefined ? undefined : `${key}:${place}`);
        return { ...common, event, data, flowId, idempotencyKey };
      };
      // Accepted side by side, they share the intake's transactions.
      const results = await Promise.all(
        body.events.map(async (given, place): Promise<BatchResult> => {
          try {
            const { receipt, replayed } = await sendOne(services, appEventOf(given, place));
            return replayed ? { ...receipt, replayed: true } : receipt;
          } catch (error) {
            const known = toApiError(error);
            if (!known) services.logger.error({ err: error }, 'An event of a batch failed');
            return { error: bodyOf(known ?? new ApiError('INTERNAL')) };
          }
        }),
      );
      refuseWhereAllAre(results);
      if (results.every((result) => 'replayed' in result)) tellReplayed(reply);
      return { results };
    },
    { bodyLimit: batchLimit },
  );
}

/** @throws ApiError saying what is wrong where */
function wellFormed(given: unknown) {
  const { success, data, error } = eventInBatchSchema.safeParse(given);
  if (success) return data;
  const { path, message } = error.issues[0]!;
  throw new ApiError('BAD_REQUEST', `The event is malformed: ${[...path.map(String), message].join(': ')}`);
}

/** Where nothing was stored for a reason that passes, the batch is to be tried again as a whole. */
function refuseWhereAllAre(results: BatchResult[]): void {
  const errors = results.flatMap((result) => ('error' in result ? [result.error] : []));
  const [first] = errors;
  if (!first?.code || errors.length < results.length) return;
  const { code, details } = first;
  if (passing.has(code) && errors.every((error) => error.code === code)) {
    throw new ApiError(code as ErrorCode, first.message, details);
  }
}
