import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { topologicalOrder } from '../../../flow/graph.ts';
import { isTrigger } from '../../../flow/manifest.ts';

/** Where a test of this flow can begin, in the order of the flow. */
export function triggersOf(descriptor: Descriptor, catalogue: Catalogue): string[] {
  return topologicalOrder(descriptor).filter((id) => {
    const { type, disabled } = descriptor[id]!;
    const manifest = catalogue.component(type)?.manifest;
    return manifest !== undefined && isTrigger(manifest) && !disabled;
  });
}
