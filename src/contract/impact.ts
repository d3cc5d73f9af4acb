import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { flowSchema } from './flows.ts';

const count = z.number();

/** A mapping that works in the published version and no longer would. Ids are those of the draft. */
export const lostMappingSchema = z.object({
  componentId: z.string(),
  inPort: z.string(),
  field: z.string(),
  variable: z.string(),
  lost: z
    .enum(['component', 'order', 'port', 'field', 'type'])
    .describe('What is not there of the variable; `type`: a value the input cannot take.'),
});

/** A setting of a published trigger, e.g. the event it waits for. */
export const publishedSettingSchema = z.object({
  componentId: z.string().describe('As in the draft.'),
  name: z.string(),
  published: z.unknown(),
  draft: z.unknown().describe('Absent where the trigger is gone.').optional(),
});

export const flowImpactSchema = z.object({
  /** Null before the first publication. */
  template: z
    .object({
      templateId: z.string(),
      name: z.string(),
      revision: count,
      /** What its triggers wait for now, and go on waiting for until it is published again. */
      triggers: z.array(publishedSettingSchema),
    })
    .nullable(),
  instances: z.object({
    active: count.describe('Started ones, of all users.'),
    all: count,
    updatedByPublishing: z
      .literal(false)
      .describe('An instance stays as it was activated, with the event names of then.'),
  }),
  lost: z.array(lostMappingSchema),
});
export type FlowImpact = z.infer<typeof flowImpactSchema>;

export const readImpact = endpoint({
  method: 'POST',
  path: '/flows/:flowId/impact',
  tag: 'Flows',
  summary:
    'What the next publication of an own draft would change: its published template, the active instances, and the mappings that would break. Changes nothing.',
  params: z.object({ flowId: z.string() }),
  body: z
    .looseObject({
      /** Default: the draft as it is stored. */
      flow: flowSchema.shape.flow.optional(),
    })
    .nullish(),
  reply: flowImpactSchema,
});
