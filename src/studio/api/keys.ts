/** Query keys from the general to the particular, so that one prefix invalidates all that lies below. */
export const keys = {
  user: ['user'] as const,
  setup: ['setup'] as const,
  flows: ['flows'] as const,
  flowList: (query: object) => ['flows', 'list', query] as const,
  flowNames: ['flows', 'names'] as const,
  versions: (flowId: string) => ['flows', 'versions', flowId] as const,
  integrations: ['integrations'] as const,
  templates: ['integrations', 'templates'] as const,
  instances: ['integrations', 'instances'] as const,
  events: (name: string) => ['events', name] as const,
  runs: ['runs'] as const,
  runList: (query: object) => ['runs', 'list', query] as const,
  lastRun: (flowId: string) => ['runs', 'last', flowId] as const,
  run: (runId: string) => ['runs', 'one', runId] as const,
};
