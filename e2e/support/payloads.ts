import { createRequire } from 'node:module';

type Definition = { name: string; examples: Record<string, unknown>[] };

const definitions = createRequire(import.meta.url)('@octokit/webhooks-examples') as Definition[];

/** A real payload as GitHub sends it, e.g. `payload('issues', 'opened')`. */
export function payload(name: string, action: string): Record<string, unknown> {
  const definition = definitions.find((candidate) => candidate.name === name);
  const example = definition?.examples.find((candidate) => candidate['action'] === action);
  if (!example) throw new Error(`There is no example of ${name}, ${action}.`);
  return example;
}
