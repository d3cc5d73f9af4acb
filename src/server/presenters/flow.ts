import type { Flow, Sharing } from '../../contract/flows.ts';
import type { FlowRow } from '../../store/flows.ts';
import { entriesFor, type Reader } from '../../store/sharing.ts';

const time = (date: Date | null | undefined) => date?.toISOString() ?? null;

/**
 * The document of a flow as this reader may see it: of `sharedWith`, others than the owner get the entries
 * that mean them. Columns that were not read are absent.
 */
export function presentFlow(row: Partial<FlowRow>, reader: Reader): Partial<Flow> {
  const sharedWith = (row.shared_with ?? []) as Sharing[];
  const document = {
    // Members nobody knows come first: they never replace one that is known.
    ...row.extra,
    flowId: row.id,
    userId: row.user_id,
    name: row.name,
    description: row.description,
    type: row.type,
    stage: row.stage,
    flow: row.descriptor,
    wizard: row.wizard,
    customFields: row.custom_fields,
    sharedWith: row.user_id === reader.id ? sharedWith : entriesFor(reader, sharedWith),
    thumbnail: row.thumbnail,
    notes: row.notes,
    btime: time(row.created_at),
    mtime: time(row.modified_at),
    started: time(row.started_at),
    stopped: time(row.stopped_at),
    stageChangeInfo: row.stage_change,
    templateId: row.template_id,
    originFlowId: row.origin_flow_id,
    componentIdMap: row.component_id_map,
    revision: row.revision,
    categories: row.categories,
    concurrency: row.concurrency,
    runtimeErrors: row.runtime_errors,
    err: null,
    mode: 'module',
  };
  return document as Partial<Flow>;
}
