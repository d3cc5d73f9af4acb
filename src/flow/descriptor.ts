import { z } from 'zod';
import { inEnglish, message, type Message } from './messages/message.ts';

/**
 * The flow descriptor (INTERFACE: "flat map componentId → node"), the only flow format there is.
 * Every object is loose: unknown keys of a document survive a load and a save.
 */

/** One modifier applied to a value: positional `params`, named `hashParams`. */
export const functionCallSchema = z.looseObject({
  name: z.string().min(1),
  params: z.array(z.looseObject({ value: z.unknown() })).optional(),
  hashParams: z.record(z.string(), z.looseObject({ value: z.unknown() })).optional(),
  /** Ours: `keep` leaves the value as it was when the modifier fails. Other tools carry it along as an unknown key. */
  onError: z.string().optional(),
});
export type FunctionCall = z.infer<typeof functionCallSchema>;

/** A reference as data. Without `variable` the value comes from the first function alone (`g_now`). */
export const referenceSchema = z.looseObject({
  variable: z.string().optional(),
  functions: z.array(functionCallSchema).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

/**
 * How one link fills the fields of an in port: `lambda` is the message to build, `{{{id}}}` inside its
 * strings stands for `modifiers[<top-level field>][id]`.
 */
export const mappingSchema = z.looseObject({
  type: z.string().optional(),
  modifiers: z.record(z.string(), z.record(z.string(), referenceSchema)).optional(),
  lambda: z.record(z.string(), z.unknown()).optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** `transform[inPort][upstreamId][outPort]`. */
export const transformSchema = z.record(
  z.string(),
  z.record(z.string(), z.record(z.string(), mappingSchema)),
);
export type Transform = z.infer<typeof transformSchema>;

/** `source[inPort][upstreamId]` is a list of out ports; a bare text is accepted on read. */
export const sourceSchema = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
);
export type Source = z.infer<typeof sourceSchema>;

export const errorHandlingSchema = z.looseObject({
  autoRetry: z.boolean().optional(),
  maxRetries: z.number().int().min(0).optional(),
  onError: z.enum(['errorPort', 'stopFlow', 'storeUnprocessed']).optional(),
});
export type ErrorHandling = z.infer<typeof errorHandlingSchema>;

export const flowNodeSchema = z.looseObject({
  type: z.string().regex(/^\w+(\.\w+){3}$/, { error: inEnglish(message('descriptor.type')) }),
  x: z.number(),
  y: z.number(),
  version: z.string().optional(),
  label: z.string().optional(),
  /** Takes no messages, so what only it leads to does not run either (`idle.ts`). */
  disabled: z.boolean().optional(),
  source: sourceSchema.optional(),
  config: z
    .looseObject({
      properties: z.record(z.string(), z.unknown()).optional(),
      transform: transformSchema.optional(),
    })
    .optional(),
  errorHandling: errorHandlingSchema.optional(),
});
export type FlowNode = z.infer<typeof flowNodeSchema>;

export const descriptorSchema = z.record(z.string().min(1).max(200), flowNodeSchema);
export type Descriptor = z.infer<typeof descriptorSchema>;

export const flowTypes = [
  'automation',
  'integration-draft',
  'integration-template',
  'integration-instance',
  'integration-test',
  'custom-integration-instance',
] as const;
export type FlowType = (typeof flowTypes)[number];

export const flowStages = ['stopped', 'starting', 'running', 'stopping', 'error'] as const;
export type FlowStage = (typeof flowStages)[number];

export type DescriptorCheck =
  { ok: true; descriptor: Descriptor } | { ok: false; path: string; message: Message };

/**
 * Checks an untrusted value. On failure `path` names the place in the document, e.g.
 * `a1.config.transform.in.t1.out.modifiers`, and `message` says what is wrong there.
 */
export function checkDescriptor(value: unknown): DescriptorCheck {
  const result = descriptorSchema.safeParse(value);
  if (result.success) return { ok: true, descriptor: value as Descriptor };
  const [issue] = result.error.issues;
  if (!issue) return { ok: false, path: '', message: message('descriptor.malformed') };
  const isType = issue.code === 'invalid_format' && issue.path.at(-1) === 'type';
  return {
    ok: false,
    path: issue.path.map(String).join('.'),
    message: isType ? message('descriptor.type') : message('descriptor.told', { reason: issue.message }),
  };
}
