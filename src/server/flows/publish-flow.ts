import type { z } from 'zod';
import type { publishFlow as publishFlowEndpoint } from '../../contract/flows.ts';
import { ApiError } from '../../contract/errors.ts';
import { FlowNotStartable } from '../../engine/errors.ts';
import { cloneDescriptor } from '../../flow/clone.ts';
import { problemsOf, refuses } from '../../flow/problems.ts';
import { findTemplateOf, type FlowRow, insertFlow, updateFlow } from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import type { Services } from '../services.ts';
import { ownFlow } from './access.ts';
import { checkedSharing } from './columns.ts';
import { keepVersion } from './keep-version.ts';

export type PublishOptions = NonNullable<z.output<NonNullable<typeof publishFlowEndpoint.body>>>;

type Published = { templateId: string; revision: number };

/**
 * Makes the template of a draft, or brings it up to date in place: a component keeps the id it has in the
 * template, a new one gets its own. Instances stay as they are.
 *
 * @throws ApiError NOT_FOUND, FORBIDDEN, BAD_REQUEST for a flow that is no draft; FlowNotStartable
 */
export async function publishFlow(
  services: Services,
  user: Reader,
  flowId: string,
  options: PublishOptions,
): Promise<Published> {
  await services.customModifiers.refresh();
  return services.database.db.transaction().execute(async (db) => {
    // Held to the end: of two publishers at once the second one updates what the first one made.
    const draft = await ownFlow(db, user, flowId, true);
    if (draft.type !== 'integration-draft') {
      throw new ApiError('BAD_REQUEST', 'Only an integration draft can be published.');
    }
    const problems = problemsOf(draft.descriptor, services.catalogue).filter(refuses);
    if (problems.length > 0) throw new FlowNotStartable(problems);

    const template = await findTemplateOf(db, draft);
    const columns = templateColumns(services, draft, template, options);
    if (template) {
      const updated = await updateFlow(db, { flowId: template.id, set: columns, unlessRunning: false });
      if (!updated) throw new ApiError('NOT_FOUND', 'The template has just been deleted.');
      await keepVersion(db, { templateId: template.id, publishedBy: user.id });
      return { templateId: template.id, revision: updated.revision };
    }
    const templateId = services.newId();
    await insertFlow(db, {
      ...columns,
      id: templateId,
      user_id: user.id,
      type: 'integration-template',
      origin_flow_id: draft.id,
      created_at: columns.modified_at,
    });
    await keepVersion(db, { templateId, publishedBy: user.id });
    return { templateId, revision: 1 };
  });
}

function templateColumns(
  { newComponentId, clock }: Services,
  draft: FlowRow,
  template: FlowRow | undefined,
  options: PublishOptions,
) {
  // Ids of removed components stay in the map: should one come back, it is the same again.
  const known = template?.component_id_map ?? {};
  const { descriptor, wizard, idMap } = cloneDescriptor(draft.descriptor, draft.wizard, (id) =>
    Object.hasOwn(known, id) ? known[id]! : newComponentId(),
  );
  return {
    name: options.name ?? draft.name,
    description: options.description ?? draft.description,
    descriptor: JSON.stringify(descriptor),
    wizard: JSON.stringify(wizard),
    notes: JSON.stringify(draft.notes),
    custom_fields: JSON.stringify(draft.custom_fields),
    categories: JSON.stringify(draft.categories),
    concurrency: draft.concurrency,
    thumbnail: draft.thumbnail,
    extra: JSON.stringify(draft.extra),
    component_id_map: JSON.stringify({ ...known, ...idMap }),
    modified_at: clock(),
    ...(options.sharedWith ? { shared_with: JSON.stringify(options.sharedWith.map(checkedSharing)) } : {}),
  };
}
