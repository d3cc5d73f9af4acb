import { z } from 'zod';
import { type Descriptor, flowStages, flowTypes } from '../flow/descriptor.ts';
import { mostConcurrency } from '../flow/operations/set-concurrency.ts';
import { endpoint } from './endpoint.ts';
import { messageSchema } from './message.ts';

const tag = 'Flows';

/** Checked by `checkDescriptor`, which names the place of an error; here it is any object. */
const descriptor = z.custom<Descriptor>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  {
    error: 'the flow descriptor must be an object',
  },
);

/** Exactly one of email, scope (`user`) and domain (after the @ of a username). */
export const sharingSchema = z.looseObject({
  email: z.string().optional(),
  scope: z.string().optional(),
  domain: z.string().optional(),
  permissions: z.array(z.enum(['read', 'start', 'stop'])),
});
export type Sharing = z.infer<typeof sharingSchema>;

const record = z.record(z.string(), z.unknown());

/** The flow document of INTERFACE §3.1. */
export const flowSchema = z.looseObject({
  flowId: z.string(),
  userId: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.enum(flowTypes),
  stage: z.enum(flowStages),
  flow: descriptor,
  wizard: record,
  customFields: record,
  sharedWith: z.array(sharingSchema),
  thumbnail: z.string().nullable(),
  notes: record,
  btime: z.string(),
  mtime: z.string(),
  started: z.string().nullable(),
  stopped: z.string().nullable(),
  stageChangeInfo: record.nullable(),
  templateId: z.string().nullable(),
  originFlowId: z.string().nullable(),
  componentIdMap: z.record(z.string(), z.string()),
  revision: z.number(),
  categories: z.array(z.unknown()),
  concurrency: z.number().nullable(),
  runtimeErrors: z.array(z.unknown()),
  mode: z.string(),
});
export type Flow = z.infer<typeof flowSchema>;

const flowId = z.object({ flowId: z.string() });
const repeatable = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const flag = z.stringbool().optional();

/** What a client may write. `stage`, `type` after creation and times are read-only and ignored over PUT. */
const writable = z.looseObject({
  name: z.string().max(500).optional(),
  description: z.string().optional(),
  flow: descriptor.optional(),
  customFields: record.optional(),
  thumbnail: z.string().nullable().optional(),
  wizard: record.optional(),
  notes: record.optional(),
  categories: z.array(z.unknown()).optional(),
  /** How many runs may be at work at once, from their first step to their end; null: as many as there are. */
  concurrency: z.number().int().min(1).max(mostConcurrency).nullable().optional(),
});
export type FlowChange = z.infer<typeof flowChangeSchema>;

export const flowChangeSchema = writable.extend({
  sharedWith: z.array(sharingSchema).optional(),
  templateId: z.string().nullable().optional(),
  componentIdMap: z.record(z.string(), z.string()).optional(),
  /** The revision this change was made on; when it is not the stored one the answer is 409. */
  revision: z.number().int().optional(),
});

export const listFlows = endpoint({
  method: 'GET',
  path: '/flows',
  tag,
  summary:
    'Own flows; with sharedWithPermissions or a filter on sharedWith, also those shared with the caller.',
  query: z.object({
    filter: repeatable.optional(),
    sharedWithPermissions: repeatable.optional(),
    projection: z.string().optional(),
    sort: z.string().optional(),
    pattern: z.string().optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.array(flowSchema.partial()),
});

export const countFlows = endpoint({
  method: 'GET',
  path: '/flows/count',
  tag,
  summary: 'How many flows the same query would list.',
  query: z.object({
    filter: repeatable.optional(),
    sharedWithPermissions: repeatable.optional(),
    pattern: z.string().optional(),
  }),
  reply: z.object({ count: z.number() }),
});

export const readFlow = endpoint({
  method: 'GET',
  path: '/flows/:flowId',
  tag,
  summary: 'One flow.',
  params: flowId,
  query: z.object({ projection: z.string().optional() }),
  reply: flowSchema.partial(),
});

export const createFlow = endpoint({
  method: 'POST',
  path: '/flows',
  tag,
  summary: 'Creates a flow.',
  body: flowChangeSchema.extend({ type: z.enum(flowTypes).default('automation') }),
  reply: z.object({ flowId: z.string() }),
});

export const updateFlow = endpoint({
  method: 'PUT',
  path: '/flows/:flowId',
  tag,
  summary: 'Changes the members given. A running flow is refused (409) without forceUpdate.',
  params: flowId,
  query: z.object({ forceUpdate: flag }),
  body: flowChangeSchema,
  reply: z.object({
    flowId: z.string(),
    result: z.literal('updated'),
    revision: z.number(),
    mtime: z.string(),
  }),
});

export const deleteFlow = endpoint({
  method: 'DELETE',
  path: '/flows/:flowId',
  tag,
  summary: 'Stops and deletes a flow.',
  params: flowId,
  reply: z.object({ flowId: z.string() }),
});

export const cloneFlow = endpoint({
  method: 'POST',
  path: '/flows/:flowId/clone',
  tag,
  summary:
    'Copies a flow with new component ids; also publishes (draft → template) and activates (template → instance).',
  params: flowId,
  body: z
    .looseObject({
      prefix: z.string().optional(),
      projection: z.string().optional(),
      connectAccounts: z.boolean().optional(),
      isTemplateInstance: z.boolean().optional(),
      setOriginFlowId: z.boolean().optional(),
      setComponentIdMap: z.boolean().optional(),
      additional: z
        .strictObject({
          type: z.enum(flowTypes).optional(),
          sharedWith: z.array(sharingSchema).optional(),
          wizard: record.optional(),
        })
        .optional(),
    })
    .optional(),
  reply: z.object({ cloneId: z.string() }),
});

export const publishFlow = endpoint({
  method: 'POST',
  path: '/flows/:flowId/publish',
  tag,
  summary:
    'Publishes a draft: makes its template, or updates it in place (same component ids, revision + 1). Instances do not change.',
  params: flowId,
  body: z
    .looseObject({
      /** Default: as the draft is named. */
      name: z.string().max(500).optional(),
      description: z.string().optional(),
      /** Default: as the template is shared already; a new one is shared with nobody. */
      sharedWith: z.array(sharingSchema).optional(),
    })
    .nullish(),
  reply: z.object({ templateId: z.string(), revision: z.number() }),
});

export const coordinateFlow = endpoint({
  method: 'POST',
  path: '/flows/:flowId/coordinator',
  tag,
  summary: 'Starts or stops a flow.',
  params: flowId,
  query: z.object({ background: flag }),
  body: z.object({ command: z.enum(['start', 'stop']) }),
  reply: z.object({ flowId: z.string(), ticket: z.string() }),
});

export const coordinatorStatus = endpoint({
  method: 'GET',
  path: '/flows/:flowId/coordinator/status',
  tag,
  summary: 'Progress of the last start or stop.',
  params: flowId,
  reply: z.object({ status: z.string(), stepsTotal: z.number() }),
});

/** Looks like a JSON Schema error; `dataPath` names the place in the document. */
export const flowErrorSchema = z.looseObject({
  keyword: z.string(),
  message: z.string().describe('A sentence for the author, in English.'),
  said: messageSchema,
  componentId: z.string(),
  dataPath: z.string(),
  params: record.optional(),
});

export const validateFlow = endpoint({
  method: 'GET',
  path: '/flows/:flowId/validate',
  tag,
  summary: 'Every problem that keeps the flow from starting.',
  params: flowId,
  reply: z.object({ errors: z.array(flowErrorSchema) }),
});
