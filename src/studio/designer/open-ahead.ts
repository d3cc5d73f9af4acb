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

/**
 * The document that was opened ahead of the Designer, until it is held. Rendering takes nothing away, for React may begin
 * anew.
 */
export function openedAhead(flowId: string): Opened | undefined {
  const isOpen = ahead?.store.getState().flowId === flowId && documents.all().includes(ahead);
  return isOpen ? ahead : undefined;
}

/** Later visits open the flow anew. */
export function forgetOpenedAhead(): void {
  ahead = undefined;
}
