import type { FlowChange, Sharing } from '../../contract/flows.ts';
import { ApiError } from '../../contract/errors.ts';
import type { Catalogue } from '../../flow/definition.ts';
import { checkDescriptor, type Descriptor } from '../../flow/descriptor.ts';
import { inEnglish } from '../../flow/messages/message.ts';
import type { FlowUpdate } from '../../store/flows.ts';
import { isUuid } from '../uuid.ts';

/** Members of a document that a client may send back and that only the server sets. */
const readOnly = new Set([
  'flowId',
  'userId',
  'type',
  'stage',
  'btime',
  'mtime',
  'started',
  'stopped',
  'stageChangeInfo',
  'originFlowId',
  'revision',
  'runtimeErrors',
  'err',
  'mode',
]);

/**
 * The columns that a change sets: those of its members alone. Members nobody knows are added to the ones the
 * flow has already. The descriptor is left to `checkedDescriptor`.
 *
 * @throws ApiError BAD_REQUEST naming the member
 */
export function columnsOf(change: FlowChange, storedExtra: Record<string, unknown>): FlowUpdate {
  const {
    name,
    description,
    flow: _descriptor,
    customFields,
    thumbnail,
    wizard,
    notes,
    categories,
    sharedWith,
    templateId,
    componentIdMap,
    concurrency,
    ...others
  } = change;
  const unknown = Object.entries(others).filter(([member]) => !readOnly.has(member));
  return defined({
    name,
    description,
    thumbnail,
    concurrency,
    custom_fields: json(customFields),
    wizard: json(wizard),
    notes: json(notes),
    categories: json(categories),
    shared_with: sharedWith && json(sharedWith.map(checkedSharing)),
    template_id: checkedTemplateId(templateId),
    component_id_map: json(componentIdMap),
    extra: unknown.length > 0 ? json({ ...storedExtra, ...Object.fromEntries(unknown) }) : undefined,
  });
}

/**
 * A descriptor fit for storing, its nodes stamped with the installed versions.
 *
 * @throws ApiError INVALID_DESCRIPTOR with the place in `details.path` and in the message
 */
export function checkedDescriptor(value: unknown, catalogue: Catalogue): Descriptor {
  const check = checkDescriptor(value);
  if (!check.ok) {
    const { path, message } = check;
    throw new ApiError('INVALID_DESCRIPTOR', `flow.${path}: ${inEnglish(message)}`, { path });
  }
  return Object.fromEntries(
    Object.entries(check.descriptor).map(([id, node]) => {
      const version = catalogue.component(node.type)?.manifest.version;
      return [id, version === undefined || version === node.version ? node : { ...node, version }];
    }),
  );
}

/** Addresses and domains are kept in lower case: their case means nothing. */
export function checkedSharing(entry: Sharing, index: number): Sharing {
  const { email, scope, domain } = entry;
  if ([email, scope, domain].filter((name) => name !== undefined && name !== '').length !== 1) {
    const path = `body.sharedWith.${index}`;
    throw new ApiError('BAD_REQUEST', `${path}: exactly one of email, scope and domain is required`, {
      path,
    });
  }
  if (email !== undefined) return { ...entry, email: email.toLowerCase() };
  return domain === undefined ? entry : { ...entry, domain: domain.toLowerCase() };
}

function checkedTemplateId(templateId: string | null | undefined): string | null | undefined {
  if (!templateId) return templateId === undefined ? undefined : null;
  if (isUuid(templateId)) return templateId.toLowerCase();
  throw new ApiError('BAD_REQUEST', 'body.templateId: not the id of a flow', { path: 'body.templateId' });
}

const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));

function defined(columns: Record<string, unknown>): FlowUpdate {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
