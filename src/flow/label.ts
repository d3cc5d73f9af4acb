import type { Catalogue } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import { nodeOf } from './graph.ts';
import { labelOf } from './manifest.ts';

/** What people read for a component: its own label, else that of its type. */
export function componentLabel(descriptor: Descriptor, catalogue: Catalogue, id: string): string {
  const node = nodeOf(descriptor, id);
  if (!node) return 'a component that is no longer in the flow';
  return node.label || typeLabel(catalogue, node.type);
}

/** What people read for a type, installed or not. */
function typeLabel(catalogue: Catalogue, type: string): string {
  return labelOf(catalogue.component(type)?.manifest ?? { name: type, description: '', icon: '' });
}
