import type { FlowType } from '../../../flow/descriptor.ts';

/** Drafts are published, and templates are what was published. */
export function keepsVersions(type: FlowType): boolean {
  return type === 'integration-draft' || type === 'integration-template';
}
