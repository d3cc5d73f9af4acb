import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listFiles, readFile, type StoredFile } from '../../contract/files.ts';
import { ApiFailure, call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

/** A list this long is searched, not read. */
export const listedFiles = 50;

/** The user's files whose names contain a text, newest first. */
export function useFileList(search: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.fileList(search),
    queryFn: ({ signal }) =>
      call(listFiles, {
        query: { ...(search ? { filter: `filename:~${search}` } : {}), limit: listedFiles },
        signal,
      }),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** One file of the user; `null` when there is none with this id. */
export function useFile(fileId: string) {
  return useQuery({
    queryKey: keys.file(fileId),
    queryFn: async ({ signal }): Promise<StoredFile | null> => {
      try {
        return await call(readFile, { params: { fileId }, signal });
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** Makes a file known that has just been uploaded. */
export function rememberFile(file: StoredFile): void {
  queryClient.setQueryData(keys.file(file.fileId), file);
  void queryClient.invalidateQueries({ queryKey: [...keys.files, 'list'] });
}
