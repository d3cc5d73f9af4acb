import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callComponent } from '../../../../contract/components.ts';
import type { DynamicSource } from '../../../../flow/manifest.ts';
import { configOf } from '../../../../flow/outputs.ts';
import { call, messageOf } from '../../../api/call.ts';
import { useDocument } from '../../document/document-context.ts';
import { sourceRequest } from './source-request.ts';

export type SourceState = {
  reply: unknown;
  loading: boolean;
  /** Why there is no answer, for people. */
  error?: string;
  retry: () => void;
};

/** Milliseconds that typing must rest before a call that depends on it is made again. */
const restTime = 400;

/** Asks a component for what the inspector of another one needs. */
export function useSource(componentId: string, source: DynamicSource): SourceState {
  const flowId = useDocument((state) => state.flowId);
  const node = useDocument((state) => state.descriptor[componentId]);
  const current = JSON.stringify(
    node ? sourceRequest(source, configOf({ [componentId]: node }, componentId)) : undefined,
  );
  // As text, so that equal requests are one and the same.
  const [rested] = useDebouncedValue(current, restTime);
  const request = (rested ? JSON.parse(rested) : undefined) as ReturnType<typeof sourceRequest>;
  const query = useQuery({
    queryKey: ['component-call', flowId, componentId, rested],
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => {
      const { params, outPort, properties, messages, transform } = request!;
      return call(callComponent, {
        params,
        query: { outPort },
        body: { componentId, flowId, properties, messages, ...(transform ? { transform } : {}) },
        signal,
      });
    },
  });
  return {
    reply: query.data,
    loading: query.isLoading,
    ...(query.isError ? { error: messageOf(query.error) } : {}),
    retry: () => void query.refetch(),
  };
}
