import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const tag = 'Modifiers';

const argumentSchema = z.looseObject({
  name: z.string().min(1).max(100),
  type: z.string().optional(),
  isHash: z.boolean().optional(),
  label: z.string().max(200).optional(),
});

/** A modifier as clients know it (INTERFACE §5, Modifiers). `helperFn` of a built-in one is empty: it is no JavaScript text. */
const modifierSchema = z.looseObject({
  name: z.string(),
  label: z.string(),
  category: z.array(z.string()),
  description: z.string(),
  arguments: z.array(argumentSchema),
  returns: z.string(),
  helperFn: z.string(),
  isBlock: z.boolean(),
  private: z.boolean(),
  variableArguments: z.boolean(),
});

const groupSchema = z.object({ label: z.string().max(200), index: z.number() });

export const modifierSetSchema = z.object({
  categories: z.record(z.string(), groupSchema),
  modifiers: z.record(z.string(), modifierSchema),
});
export type ModifierSet = z.infer<typeof modifierSetSchema>;

/** What may be left out is filled in. */
const newModifierSchema = z.looseObject({
  name: z.string().optional(),
  label: z.string().max(200).optional(),
  category: z.array(z.string().max(100)).max(20).optional(),
  description: z.string().max(2_000).optional(),
  arguments: z.array(argumentSchema).max(20).optional(),
  returns: z.string().optional(),
  helperFn: z.string().max(100_000).optional(),
  private: z.boolean().optional(),
  variableArguments: z.boolean().optional(),
});

export const listModifiers = endpoint({
  method: 'GET',
  path: '/modifiers',
  tag,
  summary: 'The built-in modifiers and the installation’s own; with own=true these alone.',
  query: z.object({ own: z.stringbool().optional() }),
  reply: modifierSetSchema,
});

export const replaceModifiers = endpoint({
  method: 'PUT',
  path: '/modifiers',
  tag,
  summary:
    'Puts these in the place of the installation’s own modifiers (admins only). Built-in ones may be among them as GET gives them, and stay as they are.',
  body: z.object({
    categories: z.record(z.string().min(1).max(100), groupSchema).optional(),
    modifiers: z
      .record(z.string(), newModifierSchema)
      .refine((all) => Object.keys(all).length <= 1_000, 'at most 1,000 modifiers'),
  }),
  reply: modifierSetSchema,
});

export const deleteModifiers = endpoint({
  method: 'DELETE',
  path: '/modifiers',
  tag,
  summary: 'Removes the installation’s own modifiers (admins only).',
  reply: modifierSetSchema,
});

export const testModifier = endpoint({
  method: 'POST',
  path: '/modifiers/test',
  tag,
  summary:
    'Calls a JavaScript function apart from everything and answers with its value; 400 if it gives none, fails, or takes too long.',
  body: z.object({
    helperFn: z.string().min(1).max(100_000),
    arguments: z.array(z.unknown()).max(50).default([]),
    /** Ours: `code` is what g_javascript takes, an expression or a function of `value`, or lines with `return`. */
    kind: z.enum(['function', 'code']).default('function'),
  }),
  reply: z.unknown(),
});
