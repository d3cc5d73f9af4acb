import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import {
  countUnprocessed,
  discardManyUnprocessed,
  listUnprocessed,
  retryManyUnprocessed,
  retryUnprocessed,
} from '../../contract/unprocessed.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

export type { UnprocessedMessage } from '../../contract/unprocessed.ts';
export type RetryFrom = 'step' | 'trigger';

/** Messages by their ids, or all of a flow, a run or the user. */
export type UnprocessedChoice = { messageIds?: string[]; flowId?: string; correlationId?: string };

const pageSize = 50;
const refreshMs = 5_000;

/** What failed runs left undone, of all flows or of one, newest first. */
export function useUnprocessed(flowId: string | undefined) {
  const query = flowId ? { flowId } : {};
  return useInfiniteQuery({
    queryKey: keys.unprocessedList(query),
    queryFn: ({ pageParam, signal }) =>
      call(listUnprocessed, {
        query: { ...query, messages: 'false', offset: pageParam, limit: pageSize },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < pageSize ? undefined : pages.length * pageSize),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}

/** How many messages wait, of all flows or of one. */
export function useUnprocessedCount(flowId?: string) {
  const query = flowId ? { flowId } : {};
  return useQuery({
    queryKey: keys.unprocessedCount(query),
    queryFn: async ({ signal }) => (await call(countUnprocessed, { query, signal })).count,
    refetchInterval: refreshMs,
  });
}

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.runs });

/** Tries one message again, and gives the run that does so. */
export function useRetryOne() {
  return useMutation({
    mutationFn: ({ messageId, from }: { messageId: string; from: RetryFrom }) =>
      call(retryUnprocessed, { params: { messageId }, body: { from } }),
    onSettled: refresh,
  });
}

export function useRetryMany() {
  return useMutation({
    mutationFn: ({ choice, from }: { choice: UnprocessedChoice; from: RetryFrom }) =>
      call(retryManyUnprocessed, { body: { ...choice, from } }),
    onSettled: refresh,
  });
}

export function useDiscard() {
  return useMutation({
    mutationFn: (choice: UnprocessedChoice) => call(discardManyUnprocessed, { body: choice }),
    onSettled: refresh,
  });
}
