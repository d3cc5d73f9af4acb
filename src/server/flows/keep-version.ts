import { countChanges, diffFlows } from '../../flow/diff.ts';
import type { Db } from '../../store/database.ts';
import { findFlow } from '../../store/flows.ts';
import { findTemplateVersion, insertTemplateVersion } from '../../store/template-versions.ts';

/**
 * Keeps a template as it has just been published. Call it in the transaction that wrote the template: a version
 * belongs to a publication that took place, and each publication has one.
 */
export async function keepVersion(
  db: Db,
  { templateId, publishedBy }: { templateId: string; publishedBy: string },
): Promise<void> {
  const template = await findFlow(db, templateId);
  if (!template) throw new Error(`There is no template ${templateId} to keep a version of.`);
  const before = await findTemplateVersion(db, templateId);
  const changes = before && countChanges(diffFlows(before, template));
  await insertTemplateVersion(db, {
    template_id: templateId,
    revision: template.revision,
    name: template.name,
    description: template.description,
    descriptor: JSON.stringify(template.descriptor),
    wizard: JSON.stringify(template.wizard),
    notes: JSON.stringify(template.notes),
    component_id_map: JSON.stringify(template.component_id_map),
    changes: changes ? JSON.stringify(changes) : null,
    published_by: publishedBy,
    published_at: template.modified_at,
  });
}
