import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';

/** The triggers that can keep the order of what starts them, and by which path into its data; empty where one does not. */
export function keptOrders(descriptor: Descriptor): { componentId: string; orderBy: string }[] {
  return Object.entries(descriptor).flatMap(([componentId, node]) => {
    const inputs = catalogue.component(node.type)?.manifest.properties?.inspector?.inputs ?? {};
    if (!Object.hasOwn(inputs, 'orderBy')) return [];
    const orderBy = node.config?.properties?.['orderBy'];
    return [{ componentId, orderBy: typeof orderBy === 'string' ? orderBy.trim() : '' }];
  });
}
