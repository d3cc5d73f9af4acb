import type { FastifyInstance } from 'fastify';
import {
  cloneFlow,
  countFlows,
  createFlow,
  deleteFlow,
  type Flow,
  listFlows,
  publishFlow,
  readFlow,
  updateFlow,
} from '../../contract/flows.ts';
import { readImpact } from '../../contract/impact.ts';
import * as store from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import { accessibleFlow, ownFlow } from '../flows/access.ts';
import { cloneFlow as clone } from '../flows/clone-flow.ts';
import { createFlow as create } from '../flows/create-flow.ts';
import { flowImpact } from '../flows/flow-impact.ts';
import { parseFilters, parseSort } from '../flows/filter.ts';
import { parseProjection, project, unneededColumns } from '../flows/projection.ts';
import { publishFlow as publish } from '../flows/publish-flow.ts';
import { updateFlow as update } from '../flows/update-flow.ts';
import { presentFlow } from '../presenters/flow.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** A large flow with its examples. */
const bodyLimit = 20 * 1024 * 1024;

type SelectionQuery = {
  filter?: string[] | undefined;
  sharedWithPermissions?: string[] | undefined;
  pattern?: string | undefined;
};

export function flowRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services.database;

  registerEndpoint(app, services, listFlows, async ({ user, query }) => {
    const projection = parseProjection(query.projection);
    const rows = await store.listFlows(db, {
      ...selectionOf(user, query),
      sort: parseSort(query.sort),
      offset: query.offset,
      limit: query.limit,
      without: unneededColumns(projection),
    });
    return rows.map((row) => project(projection, presentFlow(row, user)) as Partial<Flow>);
  });

  registerEndpoint(app, services, countFlows, async ({ user, query }) => ({
    count: await store.countFlows(db, selectionOf(user, query)),
  }));

  registerEndpoint(app, services, readFlow, async ({ user, params, query }) => {
    const flow = await accessibleFlow(db, user, params.flowId, 'read');
    return project(parseProjection(query.projection), presentFlow(flow, user));
  });

  registerEndpoint(
    app,
    services,
    createFlow,
    async ({ user, body }) => ({ flowId: await create(services, user, body) }),
    { bodyLimit },
  );

  registerEndpoint(
    app,
    services,
    updateFlow,
    async ({ user, params: { flowId }, query, body }) => {
      const force = query.forceUpdate ?? false;
      const updated = await update(services, user, { flowId, members: body, force });
      return { flowId, result: 'updated' as const, ...updated };
    },
    { bodyLimit },
  );

  registerEndpoint(app, services, deleteFlow, async ({ user, params: { flowId } }) => {
    await ownFlow(db, user, flowId);
    await services.engine.stopFlow(flowId, user.id);
    await store.deleteFlow(db, flowId);
    return { flowId };
  });

  registerEndpoint(app, services, cloneFlow, async ({ user, params, body }) => ({
    cloneId: await clone(services, user, params.flowId, body ?? {}),
  }));

  registerEndpoint(app, services, publishFlow, async ({ user, params, body }) =>
    publish(services, user, params.flowId, body ?? {}),
  );

  registerEndpoint(
    app,
    services,
    readImpact,
    async ({ user, params, body }) => flowImpact(services, user, params.flowId, body?.flow),
    { bodyLimit },
  );
}

/** Asking about sharing means asking about flows of others, too. */
function selectionOf(reader: Reader, query: SelectionQuery): store.FlowSelection {
  const conditions = parseFilters(query.filter ?? []);
  const asksForShared = conditions.some((condition) => condition.member === 'sharedWith');
  return {
    reader,
    conditions,
    pattern: query.pattern,
    sharedWithPermissions:
      permissionsOf(query.sharedWithPermissions) ?? (asksForShared ? ['read'] : undefined),
  };
}

/** Repeated or with commas. */
function permissionsOf(given: string[] | undefined): string[] | undefined {
  const permissions = given?.flatMap((text) => text.split(',')).filter(Boolean);
  return permissions && permissions.length > 0 ? permissions : undefined;
}
