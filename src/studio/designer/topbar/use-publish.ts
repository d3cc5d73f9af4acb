import { useMutation, useQuery } from '@tanstack/react-query';
import { type Flow, listFlows, publishFlow, type Sharing } from '../../../contract/flows.ts';
import { call } from '../../api/call.ts';
import { refreshFlows } from '../../api/flows.ts';
import { keys } from '../../api/keys.ts';
import { useAutosave } from '../document/document-context.ts';

export type PublishedTemplate = Pick<Flow, 'flowId' | 'name' | 'description' | 'sharedWith'>;

/** The template this draft was published as, null when it was not yet. */
export function useTemplateOf(draftId: string) {
  return useQuery({
    queryKey: [...keys.templates, 'of', draftId],
    queryFn: async ({ signal }) => {
      const [template] = await call(listFlows, {
        query: {
          filter: ['type:integration-template', `originFlowId:${draftId}`],
          projection: 'flowId,name,description,sharedWith',
          limit: 1,
        },
        signal,
      });
      return (template as PublishedTemplate | undefined) ?? null;
    },
    gcTime: 0,
  });
}

/** Saves the draft, then makes its template or brings it up to date. Without `sharedWith` sharing stays as it is. */
export function usePublish(draftId: string) {
  const autosave = useAutosave();
  return useMutation({
    mutationFn: async (template: { name: string; description: string; sharedWith?: Sharing[] }) => {
      await autosave.flush();
      return call(publishFlow, { params: { flowId: draftId }, body: template });
    },
    onSuccess: refreshFlows,
  });
}
