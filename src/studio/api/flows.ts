import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { cloneFlow, createFlow, deleteFlow, type Flow, listFlows, updateFlow } from '../../contract/flows.ts';
import type { FlowType } from '../../flow/descriptor.ts';
import { forgetFlow } from '../designer/document/unsent-slots.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

/** What a list shows of a flow. */
export type FlowSummary = Pick<
  Flow,
  | 'flowId'
  | 'name'
  | 'description'
  | 'type'
  | 'stage'
  | 'flow'
  | 'mtime'
  | 'btime'
  | 'sharedWith'
  | 'templateId'
>;

const summaryMembers = 'flowId,name,description,type,stage,flow,mtime,btime,sharedWith,templateId';

export type FlowListQuery = {
  types: readonly FlowType[];
  pattern: string;
  /** `member:1` or `member:-1`, e.g. `mtime:-1`. */
  sort: string;
};

const pageSize = 30;

/** The user's own flows, page by page (`fetchNextPage`); while another query loads, the last list stays. */
export function useFlows(query: FlowListQuery) {
  return useInfiniteQuery({
    queryKey: keys.flowList(query),
    queryFn: async ({ pageParam, signal }) =>
      (await call(listFlows, {
        query: {
          filter: query.types.map((type) => `type:${type}`),
          ...(query.pattern ? { pattern: query.pattern } : {}),
          sort: query.sort,
          projection: summaryMembers,
          offset: pageParam,
          limit: pageSize,
        },
        signal,
      })) as FlowSummary[],
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < pageSize ? undefined : pages.length * pageSize),
    placeholderData: keepPreviousData,
  });
}

/** Ids and names of the user's flows, for a choice; the newest 500. */
export function useFlowNames() {
  return useQuery({
    queryKey: keys.flowNames,
    queryFn: async ({ signal }) =>
      (await call(listFlows, {
        query: { projection: 'flowId,name,type', sort: 'mtime:-1', limit: 500 },
        signal,
      })) as Pick<Flow, 'flowId' | 'name' | 'type'>[],
    staleTime: 30_000,
  });
}

/** Everything that lists flows reads again. */
export async function refreshFlows(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.flows }),
    queryClient.invalidateQueries({ queryKey: keys.integrations }),
  ]);
}

/** Creates an empty flow and gives its id. */
export function useCreateFlow() {
  return useMutation({
    mutationFn: async (flow: { name: string; type: FlowType }) =>
      (await call(createFlow, { body: { ...flow, flow: {} } })).flowId,
    onSuccess: refreshFlows,
  });
}

type DuplicateOptions = { flow: Pick<Flow, 'flowId' | 'type'>; /** Of the copy's name. */ prefix: string };

/** Copies a flow as a stopped one of the same type, and gives the copy's id. */
export function useDuplicateFlow() {
  return useMutation({
    mutationFn: async ({ flow: { flowId, type }, prefix }: DuplicateOptions) =>
      (
        await call(cloneFlow, {
          params: { flowId },
          body: { prefix, projection: '-sharedWith', additional: { type } },
        })
      ).cloneId,
    onSuccess: refreshFlows,
  });
}

export function useRenameFlow() {
  return useMutation({
    mutationFn: ({ flowId, name }: { flowId: string; name: string }) =>
      call(updateFlow, { params: { flowId }, body: { name } }),
    onSuccess: refreshFlows,
  });
}

/** A template that nobody shares is on nobody's Integrations page; what was activated keeps running. */
export function useUnpublish() {
  return useMutation({
    mutationFn: (flowId: string) => call(updateFlow, { params: { flowId }, body: { sharedWith: [] } }),
    onSuccess: refreshFlows,
  });
}

export function useDeleteFlow() {
  return useMutation({
    mutationFn: async (flowId: string) => {
      await call(deleteFlow, { params: { flowId } });
      forgetFlow(localStorage, flowId);
    },
    onSuccess: refreshFlows,
  });
}
