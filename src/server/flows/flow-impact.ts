import type { FlowImpact } from '../../contract/impact.ts';
import { cloneDescriptor } from '../../flow/clone.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { nodeOf } from '../../flow/graph.ts';
import { impactOf } from '../../flow/impact/impact.ts';
import { isTrigger } from '../../flow/manifest.ts';
import { own } from '../../flow/record.ts';
import { countInstances, findTemplateOf, type FlowRow } from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import type { Services } from '../services.ts';
import { ownFlow } from './access.ts';
import { checkedDescriptor } from './columns.ts';

const noInstances = { active: 0, all: 0 };

/**
 * What publishing a draft would change, were it what `given` says.
 *
 * @throws ApiError NOT_FOUND, FORBIDDEN, BAD_REQUEST for a descriptor that is none
 */
export async function flowImpact(
  { database: { db }, catalogue }: Services,
  user: Reader,
  flowId: string,
  given: unknown,
): Promise<FlowImpact> {
  const draft = await ownFlow(db, user, flowId);
  const descriptor = given === undefined ? draft.descriptor : checkedDescriptor(given, catalogue);
  const template = await findTemplateOf(db, draft);
  const published = template && publishedInDraft(template);
  const instances = template ? await countInstances(db, template.id) : noInstances;
  return {
    template: template
      ? {
          templateId: template.id,
          name: template.name,
          revision: template.revision,
          triggers: settingsOfTriggers(published!, descriptor, catalogue),
        }
      : null,
    instances: { ...instances, updatedByPublishing: false },
    lost: published
      ? impactOf(published, descriptor, catalogue).map(({ componentId, link, field, variable, lost }) => ({
          componentId,
          inPort: link.inPort,
          field,
          variable,
          lost,
        }))
      : [],
  };
}

/** The template under the component ids of its draft. */
function publishedInDraft({ descriptor, component_id_map: map }: FlowRow): Descriptor {
  const draftIds = new Map(Object.entries(map).map(([draftId, templateId]) => [templateId, draftId]));
  return cloneDescriptor(descriptor, {}, (id) => draftIds.get(id) ?? id).descriptor;
}

function settingsOfTriggers(
  published: Descriptor,
  draft: Descriptor,
  catalogue: Services['catalogue'],
): NonNullable<FlowImpact['template']>['triggers'] {
  return Object.entries(published).flatMap(([componentId, node]) => {
    const manifest = catalogue.component(node.type)?.manifest;
    if (!manifest || !isTrigger(manifest)) return [];
    const draftNode = nodeOf(draft, componentId);
    // What is required of a trigger says what it waits for; an example, for one, does not.
    return (manifest.properties?.schema?.required ?? []).map((name) => ({
      componentId,
      name,
      published: own(node.config?.properties, name),
      ...(draftNode ? { draft: own(draftNode.config?.properties, name) } : {}),
    }));
  });
}
