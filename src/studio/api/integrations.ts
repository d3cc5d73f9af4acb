import { useMutation, useQuery } from '@tanstack/react-query';
import { cloneFlow, coordinateFlow, listFlows } from '../../contract/flows.ts';
import { call } from './call.ts';
import { type FlowSummary, refreshFlows } from './flows.ts';
import { keys } from './keys.ts';

const projection = 'flowId,name,description,type,stage,flow,mtime,btime,sharedWith,templateId';

/** Templates that are shared with the user, the user's own among them. */
function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: async ({ signal }) =>
      (await call(listFlows, {
        query: {
          filter: ['type:integration-template', 'sharedWith:![]'],
          sharedWithPermissions: ['read'],
          sort: 'name:1',
          limit: 500,
          projection,
        },
        signal,
      })) as FlowSummary[],
  });
}

/** What the user has activated. */
function useInstances() {
  return useQuery({
    queryKey: keys.instances,
    queryFn: async ({ signal }) =>
      (await call(listFlows, {
        query: { filter: ['type:integration-instance'], sort: 'btime:-1', limit: 500, projection },
        signal,
      })) as FlowSummary[],
  });
}

/** What the Integrations page shows: templates to activate and what is active. */
export function useIntegrations() {
  const templates = useTemplates();
  const instances = useInstances();
  return {
    templates: templates.data,
    instances: instances.data,
    error: templates.error ?? instances.error,
    retry: () => Promise.all([templates.refetch(), instances.refetch()]),
  };
}

export type Activation = { instanceId: string; /** Why it does not run. */ startError?: unknown };

/**
 * Makes the user's own instance of a template and starts it. An instance that cannot start exists all
 * the same: the caller says why and offers to remove it.
 */
export function useActivate() {
  return useMutation({
    mutationFn: async (templateId: string): Promise<Activation> => {
      const { cloneId: instanceId } = await call(cloneFlow, {
        params: { flowId: templateId },
        body: {
          connectAccounts: false,
          isTemplateInstance: true,
          setOriginFlowId: true,
          additional: { type: 'integration-instance' },
        },
      });
      try {
        await call(coordinateFlow, { params: { flowId: instanceId }, body: { command: 'start' } });
        return { instanceId };
      } catch (startError) {
        return { instanceId, startError };
      }
    },
    onSettled: refreshFlows,
  });
}
