import { z } from 'zod';
import type { Sentences } from '../flow/messages/sentences.ts';
import { endpoint } from './endpoint.ts';

const sentencesSchema: z.ZodType<Sentences> = z.record(
  z.string(),
  z.union([z.string(), z.lazy(() => sentencesSchema)]),
);

/** A host's own texts: by language, then by area of the Studio, then by key. */
export const textsSchema = z.record(z.string(), z.record(z.string(), sentencesSchema));
export type Texts = z.infer<typeof textsSchema>;

export const readTexts = endpoint({
  method: 'GET',
  path: '/texts',
  summary: 'What the Studio of this server says in other words than by itself',
  tag: 'Operation',
  auth: 'none',
  reply: textsSchema,
});
