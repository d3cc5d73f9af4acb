import type { FastifyInstance } from 'fastify';
import { coordinateFlow, coordinatorStatus, validateFlow } from '../../contract/flows.ts';
import { problemsOf } from '../../flow/problems.ts';
import { accessibleFlow } from '../flows/access.ts';
import { presentProblem } from '../presenters/problem.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** Starting and stopping a flow, and what keeps it from starting. */
export function coordinatorRoutes(app: FastifyInstance, services: Services): void {
  const { database, engine, catalogue } = services;

  registerEndpoint(app, services, coordinateFlow, async ({ user, params: { flowId }, body: { command } }) => {
    await accessibleFlow(database.db, user, flowId, command);
    if (command === 'start') await engine.startFlow(flowId, user.id);
    else await engine.stopFlow(flowId, user.id);
    // Done by the time of the answer: the ticket is for clients that poll all the same.
    return { flowId, ticket: services.newId() };
  });

  registerEndpoint(app, services, coordinatorStatus, async ({ user, params }) => {
    const flow = await accessibleFlow(database.db, user, params.flowId, 'read');
    return { status: flow.stage, stepsTotal: 1 };
  });

  registerEndpoint(app, services, validateFlow, async ({ user, params }) => {
    const flow = await accessibleFlow(database.db, user, params.flowId, 'read');
    await services.customModifiers.refresh();
    return { errors: problemsOf(flow.descriptor, catalogue).map(presentProblem) };
  });
}
