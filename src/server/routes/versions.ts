import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { listVersions, readVersion } from '../../contract/versions.ts';
import { findTemplateOf, type FlowRow } from '../../store/flows.ts';
import { findTemplateVersion, listTemplateVersions } from '../../store/template-versions.ts';
import { ownFlow } from '../flows/access.ts';
import { presentVersion, presentVersionDetail } from '../presenters/version.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** Who may activate a template sees what it is now; what it once was is its owner's business. */
export function versionRoutes(app: FastifyInstance, services: Services): void {
  const { db } = services.database;

  /** Of a flow that was never published there is none. */
  const templateOf = async (flow: FlowRow) =>
    flow.type === 'integration-template' ? flow : findTemplateOf(db, flow);

  registerEndpoint(app, services, listVersions, async ({ user, params, query }) => {
    const template = await templateOf(await ownFlow(db, user, params.flowId));
    if (!template) return [];
    const { before, limit } = query;
    const versions = await listTemplateVersions(db, { templateId: template.id, before, limit });
    return versions.map(presentVersion);
  });

  registerEndpoint(app, services, readVersion, async ({ user, params }) => {
    const template = await templateOf(await ownFlow(db, user, params.flowId));
    const version = template && (await findTemplateVersion(db, template.id, params.revision));
    if (!version) throw new ApiError('NOT_FOUND', 'There is no such version.');
    return presentVersionDetail(version);
  });
}
