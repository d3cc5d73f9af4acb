import * as components from '../../contract/components.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import * as eventContracts from '../../contract/event-contracts.ts';
import * as events from '../../contract/events.ts';
import * as files from '../../contract/files.ts';
import * as flows from '../../contract/flows.ts';
import * as health from '../../contract/health.ts';
import * as modifiers from '../../contract/modifiers.ts';
import * as runs from '../../contract/runs.ts';
import * as testRun from '../../contract/test-run.ts';
import * as texts from '../../contract/texts.ts';
import * as unprocessed from '../../contract/unprocessed.ts';
import * as users from '../../contract/users.ts';
import * as versions from '../../contract/versions.ts';
import * as webhooks from '../../contract/webhooks.ts';

const resources = [
  users,
  flows,
  files,
  versions,
  testRun,
  components,
  events,
  eventContracts,
  webhooks,
  modifiers,
  runs,
  unprocessed,
  health,
  texts,
];

/** Everything a client can ask for. */
export const endpoints: Endpoint[] = resources
  .flatMap((resource) => Object.values(resource) as unknown[])
  .flat()
  .filter((value): value is Endpoint => typeof value === 'object' && value !== null && 'summary' in value);

/** The endpoint that a call meets: a literal path wins over one with parameters. */
export function endpointOf(method: string, path: string): Endpoint | undefined {
  const fitting = endpoints.filter(
    (endpoint) =>
      endpoint.method === method &&
      new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '[^/]*')}$`).test(path.split('?')[0]!),
  );
  return fitting.find((endpoint) => !endpoint.path.includes(':')) ?? fitting[0];
}
