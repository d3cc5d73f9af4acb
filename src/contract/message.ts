import { z } from 'zod';

/**
 * A sentence for people as data, for a client that speaks another language than English: which sentence it is, and what
 * is filled into it.
 */
export const messageSchema = z
  .object({
    id: z.string().describe('Names the sentence, e.g. "problem.required".'),
    values: z
      .record(z.string(), z.unknown())
      .describe('What is filled in, by name: a text, a number, or a message of this same form.'),
  })
  .describe('The same sentence as data, to be said in another language.');
