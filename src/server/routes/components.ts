import type { FastifyInstance } from 'fastify';
import {
  callComponent,
  fetchVariables,
  listAppComponents,
  listApps,
  listComponents,
} from '../../contract/components.ts';
import { findFlowOfComponent } from '../../store/flows.ts';
import { accessibleFlow, ownFlow } from '../flows/access.ts';
import { staticMessages } from '../flows/static-messages.ts';
import { presentVariables } from '../presenters/variables.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** What flows are made of. */
export function componentRoutes(app: FastifyInstance, services: Services): void {
  const { database, engine, catalogue } = services;
  const manifests = catalogue.components().map(({ manifest }) => manifest);

  registerEndpoint(app, services, listApps, () =>
    Object.fromEntries(
      catalogue
        .modules()
        .map(({ name, label, category, description, icon }) => [
          name,
          { name, label, category, description, icon },
        ]),
    ),
  );

  registerEndpoint(app, services, listAppComponents, ({ query }) =>
    manifests.filter(({ name }) => name.startsWith(`${query.app}.`)),
  );

  registerEndpoint(app, services, listComponents, ({ query }) =>
    query.manifest === 'yes' ? manifests : manifests.map(({ name }) => name),
  );

  registerEndpoint(app, services, callComponent, async ({ user, params, query, body }) => {
    const { componentId, flowId, properties = {}, messages = {}, transform } = body ?? {};
    const flow =
      flowId !== undefined
        ? await ownFlow(database.db, user, flowId)
        : componentId === undefined
          ? undefined
          : await findFlowOfComponent(database.db, user.id, componentId);
    return engine.staticCall({
      type: [params.vendor, params.service, params.module, params.component].join('.'),
      outPort: query.outPort,
      properties,
      messages: staticMessages(messages),
      transform,
      componentId,
      flowId: flow?.id,
    });
  });

  registerEndpoint(app, services, fetchVariables, async ({ user, params, body }) => {
    const flow = await accessibleFlow(database.db, user, params.flowId, 'read');
    return presentVariables(flow.descriptor, catalogue, body ?? {});
  });
}
