import type { Descriptor, FlowType } from '../../../flow/descriptor.ts';

/** The flow as a document (INTERFACE §3.1) that this and other installations import. */
export function flowFile({
  name,
  type,
  descriptor,
}: {
  name: string;
  type: FlowType;
  descriptor: Descriptor;
}): Blob {
  return new Blob([JSON.stringify({ name, type, flow: descriptor }, null, 2)], { type: 'application/json' });
}
