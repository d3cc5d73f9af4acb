import type { FlowType } from '../../../flow/descriptor.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';

/** The flow as a document (INTERFACE §3.1) that this and other installations import. */
export function flowFile({
  name,
  type,
  descriptor,
  notes,
}: { name: string; type: FlowType } & FlowContent): Blob {
  return new Blob([JSON.stringify({ name, type, flow: descriptor, notes }, null, 2)], {
    type: 'application/json',
  });
}
