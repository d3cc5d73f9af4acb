import { customModifiers } from '../api/modifiers.ts';
import { queryClient } from '../api/query-client.ts';
import { documents } from './document/browser-documents.ts';
import type { Opened } from './document/open-document.ts';

let ahead: Opened | undefined;

/** Opens a flow, and asks for what else the Designer waits for, before it is rendered. */
export async function openAhead(flowId: string): Promise<void> {
  const [opened] = await Promise.all([documents.open(flowId), queryClient.prefetchQuery(customModifiers)]);
  ahead = opened;
}

/** What was opened ahead serves once: later visits open the flow anew. */
export function takeOpenedAhead(flowId: string): Opened | undefined {
  const opened = ahead?.store.getState().flowId === flowId ? ahead : undefined;
  ahead = undefined;
  return opened;
}
