import { type InfiniteData, useMutation } from '@tanstack/react-query';
import { coordinateFlow } from '../../contract/flows.ts';
import type { FlowStage } from '../../flow/descriptor.ts';
import { call } from './call.ts';
import { type FlowSummary, refreshFlows } from './flows.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

/** Starts a flow. Lists show it as starting at once, and as it was again when that fails. */
export function useStartFlow() {
  return useCoordinator('start', 'starting');
}

/** Stops a flow; the same way as `useStartFlow`. */
export function useStopFlow() {
  return useCoordinator('stop', 'stopping');
}

function useCoordinator(command: 'start' | 'stop', meanwhile: FlowStage) {
  return useMutation({
    mutationFn: (flowId: string) => call(coordinateFlow, { params: { flowId }, body: { command } }),
    onMutate: (flowId) => showStage(flowId, meanwhile),
    onSettled: refreshFlows,
  });
}

function showStage(flowId: string, stage: FlowStage): void {
  const staged = (flow: FlowSummary) => (flow.flowId === flowId ? { ...flow, stage } : flow);
  queryClient.setQueriesData<InfiniteData<FlowSummary[]>>({ queryKey: [...keys.flows, 'list'] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => page.map(staged)) } : data,
  );
  queryClient.setQueryData<FlowSummary[]>(keys.instances, (data) => data?.map(staged));
}
