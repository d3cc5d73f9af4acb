import { useQuery } from '@tanstack/react-query';
import { readFlow } from '../../../contract/flows.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';

/** Milliseconds between two looks, and while the flow is starting or stopping. */
const pause = 15_000;
const shortPause = 1_500;

/** Follows starts and stops of the open flow that were made elsewhere, while somebody looks at the page. */
export function useStageFollowed(): void {
  const store = useDocumentStore();
  const flowId = useDocument((state) => state.flowId);
  const between = useDocument((state) => state.stage === 'starting' || state.stage === 'stopping');
  useQuery({
    queryKey: keys.stage(flowId),
    queryFn: async ({ signal }) => {
      const asked = () => store.getState().stageAsked;
      if (asked()) return null;
      const before = store.getState().stage;
      const { stage } = await call(readFlow, {
        params: { flowId },
        query: { projection: 'stage' },
        signal,
      });
      // A command given meanwhile knows better than an answer to an older question.
      const isNews = stage !== undefined && stage !== before;
      if (isNews && !asked() && store.getState().stage === before) store.getState().setStage(stage);
      return stage ?? null;
    },
    refetchInterval: between ? shortPause : pause,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
