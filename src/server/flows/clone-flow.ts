import type { z } from 'zod';
import type { cloneFlow as cloneFlowEndpoint } from '../../contract/flows.ts';
import { cloneDescriptor } from '../../flow/clone.ts';
import { insertFlow } from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import type { Services } from '../services.ts';
import { accessibleFlow } from './access.ts';
import { checkedSharing } from './columns.ts';
import { keepVersion } from './keep-version.ts';
import { parseProjection, wants } from './projection.ts';

export type CloneOptions = NonNullable<z.output<NonNullable<typeof cloneFlowEndpoint.body>>>;

/**
 * Copies a flow the user can read into a stopped one of their own, with new component ids. Who it is shared
 * with is never copied.
 *
 * @throws ApiError NOT_FOUND, FORBIDDEN, BAD_REQUEST
 */
export async function cloneFlow(
  services: Services,
  user: Reader,
  flowId: string,
  options: CloneOptions,
): Promise<string> {
  const { database, newId, newComponentId, clock } = services;
  const source = await accessibleFlow(database.db, user, flowId, 'read');
  const { additional = {}, isTemplateInstance = false } = options;
  const projection = parseProjection(options.projection);
  const kept = <T>(member: string, value: T) => (wants(projection, member) ? value : undefined);

  const type = additional.type ?? (isTemplateInstance ? 'integration-instance' : source.type);
  const isInstance =
    isTemplateInstance || (source.type === 'integration-template' && type === 'integration-instance');
  const { descriptor, wizard, idMap } = cloneDescriptor(
    kept('flow', source.descriptor) ?? {},
    kept('wizard', source.wizard) ?? { fields: [] },
    newComponentId,
  );
  const cloneId = newId();
  const now = clock();
  const clone = {
    id: cloneId,
    user_id: user.id,
    name: `${options.prefix ?? ''}${source.name}`,
    description: kept('description', source.description) ?? '',
    type,
    descriptor: JSON.stringify(descriptor),
    wizard: JSON.stringify(additional.wizard ?? wizard),
    custom_fields: JSON.stringify(kept('customFields', source.custom_fields) ?? {}),
    categories: JSON.stringify(kept('categories', source.categories) ?? []),
    notes: JSON.stringify(kept('notes', source.notes) ?? {}),
    concurrency: kept('concurrency', source.concurrency) ?? null,
    thumbnail: kept('thumbnail', source.thumbnail) ?? null,
    extra: JSON.stringify(source.extra),
    shared_with: JSON.stringify((additional.sharedWith ?? []).map(checkedSharing)),
    template_id: isInstance ? source.id : null,
    origin_flow_id: options.setOriginFlowId ? source.id : null,
    component_id_map: JSON.stringify(options.setComponentIdMap === false ? {} : idMap),
    created_at: now,
    modified_at: now,
  };
  await database.db.transaction().execute(async (db) => {
    await insertFlow(db, clone);
    // This is how a client of the interface publishes for the first time.
    if (type === 'integration-template' && options.setOriginFlowId) {
      await keepVersion(db, { templateId: cloneId, publishedBy: user.id });
    }
  });
  return cloneId;
}
