import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { cancelRun, listLogs, listRuns, readRun, readRunFlow } from '../../contract/runs.ts';
import {
  latestSteps,
  listRuns as storedRuns,
  readRun as storedRun,
  readRunDescriptor,
} from '../../store/run-queries.ts';
import { hitsOf } from '../logs/hits.ts';
import { parseLogQuery, type LogTerm } from '../logs/query.ts';
import { searchHits } from '../logs/search.ts';
import { presentRun, presentRunDetail } from '../presenters/run.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';
import { isUuid } from '../uuid.ts';

/** A log is searched in the steps of this many runs, and in this many steps of theirs. */
const searched = { runs: 500, steps: 2_000 };

export function runRoutes(app: FastifyInstance, services: Services): void {
  const { database, catalogue } = services;

  registerEndpoint(app, services, listRuns, async ({ user, query }) => {
    const { flowId, status, before, limit } = query;
    // An empty one comes from the first page of a list; what is no id belongs to nothing.
    if ((flowId && !isUuid(flowId)) || (before && !isUuid(before))) return [];
    const runs = await storedRuns(database, {
      userId: user.id,
      flowId: flowId || undefined,
      before: before || undefined,
      status,
      limit,
    });
    return runs.map(presentRun);
  });

  registerEndpoint(app, services, readRun, async ({ user, params: { runId } }) => {
    const run = isUuid(runId) ? await storedRun(database, user.id, runId) : undefined;
    if (!run) throw new ApiError('NOT_FOUND', 'There is no such run.');
    return presentRunDetail(run, catalogue);
  });

  registerEndpoint(app, services, readRunFlow, async ({ user, params: { runId } }) => {
    const flow = isUuid(runId) ? await readRunDescriptor(database, user.id, runId) : undefined;
    if (!flow) throw new ApiError('NOT_FOUND', 'There is no such run.');
    return { flow };
  });

  registerEndpoint(app, services, cancelRun, async ({ user, params: { runId } }) => {
    if (isUuid(runId) && (await services.engine.cancelRun({ runId, userId: user.id }))) {
      return { runId, status: 'cancelled' as const };
    }
    const run = isUuid(runId) ? await storedRun(database, user.id, runId) : undefined;
    throw run
      ? new ApiError('CONFLICT', 'The run has ended.')
      : new ApiError('NOT_FOUND', 'There is no such run.');
  });

  registerEndpoint(app, services, listLogs, async ({ user, query }) => {
    const terms = parseLogQuery(query.query);
    const found = await latestSteps(database, {
      userId: user.id,
      flowIds: query.flowId?.filter(isUuid),
      runIds: runsAskedFor(terms),
      ...searched,
    });
    const { portType, sort = [], from, size } = query;
    return searchHits(hitsOf(found, user.id), { terms, portType, sort, from, size });
  });
}

function runsAskedFor(terms: LogTerm[]): string[] | undefined {
  const ids = terms.filter((term) => term.field === 'correlationId').map((term) => term.text);
  return ids.length > 0 ? ids.filter(isUuid) : undefined;
}
