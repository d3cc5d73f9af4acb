import { useQuery } from '@tanstack/react-query';
import { readImpact } from '../../../contract/impact.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useDocument } from '../document/document-context.ts';

/** ms for which an answer is good enough: others activate the template meanwhile. */
const freshFor = 30_000;

/** What is published of the open draft, and who uses it; undefined of another flow, and before anything is. */
export function useFlowImpact() {
  const flowId = useDocument((state) => state.flowId);
  const isDraft = useDocument((state) => state.type === 'integration-draft');
  const { data } = useQuery({
    queryKey: keys.impact(flowId),
    queryFn: ({ signal }) => call(readImpact, { params: { flowId }, signal }),
    enabled: isDraft,
    staleTime: freshFor,
  });
  return data?.template ? { template: data.template, instances: data.instances, lost: data.lost } : undefined;
}
