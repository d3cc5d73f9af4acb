import type { Sharing } from '../../contract/flows.ts';
import type { FlowType } from '../../flow/descriptor.ts';
import { flowsText as text } from '../text/english/flows.ts';

/** Drafts are published and templates activated; the other types are started. */
export function isStartable(type: FlowType): boolean {
  return type !== 'integration-draft' && type !== 'integration-template';
}

/** "Shared with everyone", "Shared with acme.com and 2 more". */
export function describeSharing(sharedWith: Sharing[]): string {
  const [first, ...others] = sharedWith;
  if (!first) return text('sharing.none');
  const count = others.length;
  if (first.scope === 'user') {
    return count > 0 ? text('sharing.everyoneAndMore', { count }) : text('sharing.everyone');
  }
  const name = first.scope ?? first.domain ?? first.email ?? '';
  return count > 0 ? text('sharing.more', { name, count }) : text('sharing.one', { name });
}
