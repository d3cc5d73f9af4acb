import type { Sharing } from '../../contract/flows.ts';
import type { FlowType } from '../../flow/descriptor.ts';

/** What people call a flow's type. */
export const kindLabels: Record<FlowType, string> = {
  automation: 'Automation',
  'integration-draft': 'Integration draft',
  'integration-template': 'Template',
  'integration-instance': 'Instance',
  'integration-test': 'Test',
  'custom-integration-instance': 'Custom instance',
};

/** Drafts are published and templates activated; the other types are started. */
export function isStartable(type: FlowType): boolean {
  return type !== 'integration-draft' && type !== 'integration-template';
}

/** "Shared with everyone", "Shared with acme.com and 2 more". */
export function describeSharing(sharedWith: Sharing[]): string {
  const names = sharedWith.map((entry) =>
    entry.scope ? (entry.scope === 'user' ? 'everyone' : entry.scope) : (entry.domain ?? entry.email ?? ''),
  );
  if (names.length === 0) return 'Not shared';
  const more = names.length - 1;
  return `Shared with ${names[0]}${more > 0 ? ` and ${more} more` : ''}`;
}
