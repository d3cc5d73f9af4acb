import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { listVersions, readVersion } from '../../contract/versions.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';

const pageSize = 50;

/** The published versions of a draft or a template, newest first, page by page. */
export function useVersions(flowId: string) {
  return useInfiniteQuery({
    queryKey: keys.versions(flowId),
    queryFn: ({ pageParam, signal }) =>
      call(listVersions, {
        params: { flowId },
        query: { limit: pageSize, ...(pageParam === undefined ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.revision),
  });
}

/** One of them, with its flow; nothing is asked for while there is no revision. */
export function useVersion(flowId: string, revision: number | undefined) {
  return useQuery({
    queryKey: [...keys.versions(flowId), revision],
    queryFn: ({ signal }) => call(readVersion, { params: { flowId, revision }, signal }),
    enabled: revision !== undefined,
    // It never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
