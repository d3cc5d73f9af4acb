import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { cancelRun, listRuns, readRun, readRunFlow, type Run } from '../../contract/runs.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

export type RunListQuery = { flowId?: string | undefined; status?: Run['status'] | undefined };

const pageSize = 50;
const milliseconds = { whileActive: 2_000, idle: 5_000 };
/** A list this long is being read, not watched: it is no longer fetched anew by itself. */
const livePages = 4;

export function isActive(run: Pick<Run, 'status'>): boolean {
  return run.status === 'queued' || run.status === 'running';
}

/** The user's runs, newest first; follows what happens while the page is in view. */
export function useRuns(query: RunListQuery) {
  return useInfiniteQuery({
    queryKey: keys.runList(query),
    queryFn: ({ pageParam, signal }) =>
      call(listRuns, {
        query: {
          ...(query.flowId ? { flowId: query.flowId } : {}),
          ...(query.status ? { status: query.status } : {}),
          ...(pageParam ? { before: pageParam } : {}),
          limit: pageSize,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.runId),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => refreshAfter(state.data),
  });
}

function refreshAfter(data: InfiniteData<Run[]> | undefined): number | false {
  if (data && data.pages.length > livePages) return false;
  return data?.pages.flat().some(isActive) ? milliseconds.whileActive : milliseconds.idle;
}

/** What was at work when a run was cancelled is written down a moment later. */
function mayChange(run: Run, seenAt: number): boolean {
  if (run.status !== 'cancelled' || run.finishedAt === null) return isActive(run);
  return seenAt - Date.parse(run.finishedAt) < milliseconds.idle;
}

/** One run with its steps; followed until it has ended. */
export function useRun(runId: string) {
  return useQuery({
    queryKey: keys.run(runId),
    queryFn: ({ signal }) => call(readRun, { params: { runId }, signal }),
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      data && mayChange(data, dataUpdatedAt) ? milliseconds.whileActive : false,
  });
}

export function useCancelRun() {
  return useMutation({
    mutationFn: (runId: string) => call(cancelRun, { params: { runId } }),
    // It may have ended by itself meanwhile: then that is to be seen.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** The flow that a run walks: it never changes. */
export function useRunFlow(runId: string) {
  return useQuery({
    queryKey: keys.runFlow(runId),
    queryFn: ({ signal }) => call(readRunFlow, { params: { runId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The newest run of a flow, `null` when there was none. */
export function useLastRun(flowId: string) {
  return useQuery({
    queryKey: keys.lastRun(flowId),
    queryFn: async ({ signal }) => (await call(listRuns, { query: { flowId, limit: 1 }, signal }))[0] ?? null,
    refetchInterval: milliseconds.idle,
  });
}
