import type { Version, VersionDetail } from '../../contract/versions.ts';
import type { TemplateVersion, TemplateVersionSummary } from '../../store/template-versions.ts';

export function presentVersion(row: TemplateVersionSummary): Version {
  return {
    revision: row.revision,
    name: row.name,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.publisher,
    changes: row.changes,
  };
}

export function presentVersionDetail(row: TemplateVersion): VersionDetail {
  return {
    ...presentVersion(row),
    description: row.description,
    flow: row.descriptor,
    wizard: row.wizard,
    notes: row.notes,
    componentIdMap: row.component_id_map,
  };
}
