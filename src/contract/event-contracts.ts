import { z } from 'zod';
import { checkings } from './checking.ts';
import { endpoint } from './endpoint.ts';

const tag = 'App events';
const params = z.object({ event: z.string().min(1).max(200) });

const violationSchema = z.object({
  path: z.string().describe('Below the data, e.g. `.lines[0].sku`; empty for the data as a whole.'),
  message: z.string(),
  said: z.unknown().optional().describe('The message as data, for who words it anew.'),
});
export type PresentedViolation = z.infer<typeof violationSchema>;

const jsonSchema = z.record(z.string(), z.unknown()).describe('A JSON Schema, draft 2020-12.');

export const contractSummarySchema = z.object({
  event: z.string(),
  events: z
    .number()
    .describe('Events that started flows of the caller, or instances of the caller’s templates.'),
  lastEventAt: z.string().nullable(),
  locked: z.boolean(),
  checking: z.enum(checkings),
  violations: z.number().describe('Events that broke the locked contract.'),
  drifting: z.boolean(),
});
export type EventContractSummary = z.infer<typeof contractSummarySchema>;

const shareSchema = z.number().min(0).max(1);

export const driftSchema = z.object({
  since: z.string(),
  fields: z.array(
    z.object({
      path: z.string(),
      steps: z.array(z.union([z.string(), z.number()])),
      change: z.union([
        z.object({ kind: z.literal('missing') }),
        z.object({
          kind: z.literal('type'),
          type: z.enum(['string', 'number', 'boolean', 'object', 'array', 'null']),
        }),
      ]),
      before: shareSchema,
      now: shareSchema,
      agreed: z
        .boolean()
        .optional()
        .describe('Held against the locked contract; otherwise against earlier events.'),
      taught: z
        .boolean()
        .optional()
        .describe('Held against examples that were given (`POST …/examples`): no event is like them.'),
    }),
  ),
});
export type EventDrift = z.infer<typeof driftSchema>;

export const eventContractSchema = contractSummarySchema.extend({
  lastViolation: z.object({ at: z.string(), violations: z.array(violationSchema) }).nullable(),
  shape: z.looseObject({ seen: z.number() }).describe('What was seen of the data: counters, place by place.'),
  schema: jsonSchema,
  notChecked: z.array(z.string()).describe('Keywords of the schema that events are not held against.'),
  example: z
    .unknown()
    .describe('Data that has the fields that were seen or agreed on; null while there are none.'),
  drift: driftSchema.nullable(),
});
export type EventContract = z.infer<typeof eventContractSchema>;

export const listEventContracts = endpoint({
  method: 'GET',
  path: '/event-contracts',
  tag,
  summary: 'The contracts of the caller: what is known of the data of each event name.',
  query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(1000) }),
  reply: z.array(contractSummarySchema),
});

export const readEventContract = endpoint({
  method: 'GET',
  path: '/event-contracts/:event',
  tag,
  summary: 'What is known of the data of an event; of one that never came, nothing.',
  params,
  reply: eventContractSchema,
});

export const changeEventContract = endpoint({
  method: 'PUT',
  path: '/event-contracts/:event',
  tag,
  summary:
    'Locks the contract as it is (`locked: true`) or to a schema of one’s own (`schema`), or lets it learn again (`locked: false`). `checking` says what happens to events that do not keep to a locked contract; an admin’s contracts hold for the events of all users.',
  params,
  body: z.object({
    locked: z.boolean(),
    schema: jsonSchema.optional(),
    checking: z.enum(checkings).default('off'),
  }),
  reply: eventContractSchema,
});

export const teachEventContract = endpoint({
  method: 'POST',
  path: '/event-contracts/:event/examples',
  tag,
  summary: 'Adds examples of the data to what is known of an event.',
  params,
  body: z.object({ examples: z.array(z.unknown()).min(1).max(1000) }),
  reply: eventContractSchema,
});

export const acceptEventDrift = endpoint({
  method: 'POST',
  path: '/event-contracts/:event/accept-drift',
  tag,
  summary: 'Takes the recent events as the normal ones: drift is told against them from now on.',
  params,
  reply: eventContractSchema,
});

export const forgetEventContract = endpoint({
  method: 'DELETE',
  path: '/event-contracts/:event',
  tag,
  summary: 'Forgets what is known of an event.',
  params,
  reply: z.object({}),
});

export const readEventTypes = endpoint({
  method: 'GET',
  path: '/event-contracts/:event/types',
  tag,
  summary: 'The contract as a TypeScript type.',
  params,
  reply: z.object({ typescript: z.string() }),
});

export const eventUseSchema = z.object({
  flowId: z.string(),
  flowName: z.string(),
  flowType: z.enum(['automation', 'integration-draft', 'integration-template']),
  componentId: z.string(),
  componentType: z.string(),
  label: z.string().optional().describe('What its author calls the component.'),
  inPort: z.string(),
  field: z.string().describe('The input of that port.'),
  path: z
    .string()
    .describe('What it takes, below the data, e.g. `.lines[0].sku`; empty for the data as a whole.'),
  steps: z.array(z.union([z.string(), z.number()])),
});
export type EventUse = z.infer<typeof eventUseSchema>;

export const listEventUses = endpoint({
  method: 'GET',
  path: '/event-contracts/:event/uses',
  tag,
  summary:
    'What the caller’s templates, drafts and automations take out of the data of an event, input by input; of the 200 flows that were changed last.',
  params,
  reply: z.array(eventUseSchema),
});
