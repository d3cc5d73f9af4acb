import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import {
  countUnprocessed,
  discardManyUnprocessed,
  discardUnprocessed,
  listUnprocessed,
  readUnprocessed,
  retryManyUnprocessed,
  retryUnprocessed,
  retryUnprocessedShort,
} from '../../contract/unprocessed.ts';
import { deliveryAt } from '../../engine/replay.ts';
import type { RetryFrom } from '../../engine/unprocessed.ts';
import { readSteps } from '../../store/steps.ts';
import * as store from '../../store/unprocessed.ts';
import { readVersions } from '../../store/versions.ts';
import { presentUnprocessed, stepIdOf } from '../presenters/unprocessed.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';
import { isUuid } from '../uuid.ts';

type Wanted = {
  flowId?: string | undefined;
  componentId?: string | undefined;
  correlationId?: string | undefined;
  messageIds?: string[] | undefined;
};

/** What failed runs left undone: looking at it, trying it again, giving it up. */
export function unprocessedRoutes(app: FastifyInstance, services: Services): void {
  const { catalogue, clock, engine } = services;
  const { pool } = services.database;

  registerEndpoint(app, services, listUnprocessed, async ({ user, query }) => {
    const { limit, offset, messages: withMessages, ...wanted } = query;
    const filter = filterOf(user.id, wanted);
    if (!filter) return [];
    const rows = await store.listUnprocessed(pool, filter, { limit, offset });
    const versions = await readVersions(pool, [...new Set(rows.map((row) => row.versionId))]);
    return rows.map((row) =>
      presentUnprocessed(row, versions.get(row.versionId) ?? {}, catalogue, { withMessages }),
    );
  });

  registerEndpoint(app, services, countUnprocessed, async ({ user, query }) => {
    const filter = filterOf(user.id, query);
    return { count: filter ? await store.countUnprocessed(pool, filter) : 0 };
  });

  registerEndpoint(app, services, readUnprocessed, async ({ user, params: { messageId } }) => {
    const [row] = await store.listUnprocessed(pool, oneOf(user.id, messageId), { limit: 1, offset: 0 });
    if (!row) throw gone();
    const descriptor = (await readVersions(pool, [row.versionId])).get(row.versionId) ?? {};
    const steps = await readSteps(pool, row.runId);
    const delivery = deliveryAt(descriptor, row.triggerId, steps, row.path);
    return presentUnprocessed(row, descriptor, catalogue, { withMessages: true, delivery });
  });

  const retryOne = async (userId: string, messageId: string, from: RetryFrom) => {
    const { runs, hindered } = await engine.retryUnprocessed(oneOf(userId, messageId), from);
    if (runs[0]) return { messageId, runId: runs[0].runId };
    throw hindered[0]
      ? new ApiError(hindered[0].by === 'flow-stopped' ? 'FLOW_STOPPED' : 'EVENT_GONE')
      : gone();
  };
  for (const endpoint of [retryUnprocessed, retryUnprocessedShort]) {
    registerEndpoint(app, services, endpoint, ({ user, params, body }) =>
      retryOne(user.id, params.messageId, body?.from ?? 'step'),
    );
  }

  registerEndpoint(app, services, retryManyUnprocessed, async ({ user, body: { from, ...wanted } }) => {
    const filter = filterOf(user.id, wanted);
    if (!filter) return { retried: 0, left: 0 };
    const { runs, hindered } = await engine.retryUnprocessed(filter, from);
    return { retried: runs.length, left: hindered.length };
  });

  registerEndpoint(app, services, discardUnprocessed, async ({ user, params: { messageId } }) => {
    if ((await store.discardUnprocessed(pool, oneOf(user.id, messageId), clock())) === 0) throw gone();
    return { messageId };
  });

  registerEndpoint(app, services, discardManyUnprocessed, async ({ user, body }) => {
    const filter = filterOf(user.id, body);
    return { discarded: filter ? await store.discardUnprocessed(pool, filter, clock()) : 0 };
  });
}

const gone = () => new ApiError('NOT_FOUND', 'There is no such unprocessed message.');

function oneOf(userId: string, messageId: string): store.UnprocessedFilter {
  const id = stepIdOf(messageId);
  if (!id) throw gone();
  return { userId, ids: [id] };
}

/** Undefined where nothing can fit. What is empty does not filter. */
function filterOf(userId: string, wanted: Wanted): store.UnprocessedFilter | undefined {
  const { messageIds } = wanted;
  const [flowId, componentId, runId] = [wanted.flowId, wanted.componentId, wanted.correlationId].map(
    (text) => text || undefined,
  );
  if ((flowId && !isUuid(flowId)) || (runId && !isUuid(runId)) || componentId?.includes('\0'))
    return undefined;
  const ids = messageIds?.map(stepIdOf).filter((id) => id !== undefined);
  return { userId, flowId, componentId, runId, ids };
}
