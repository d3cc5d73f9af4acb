import type { Catalogue } from './definition.ts';
import type { Descriptor, FlowNode } from './descriptor.ts';
import { nodeOf } from './graph.ts';
import { labelOf } from './manifest.ts';
import { message, type Words } from './messages/message.ts';

/** What people read for a component: its own label, else that of its type; a message where there is none. */
export function componentLabel(descriptor: Descriptor, catalogue: Catalogue, id: string): Words {
  const node = nodeOf(descriptor, id);
  if (!node) return message('component.gone');
  return labelOfNode(catalogue, node);
}

/** What people read for a component that the flow has. */
export function labelOfNode(catalogue: Catalogue, node: FlowNode): string {
  return node.label || typeLabel(catalogue, node.type);
}

/** What people read for a type, installed or not. */
function typeLabel(catalogue: Catalogue, type: string): string {
  return labelOf(catalogue.component(type)?.manifest ?? { name: type, description: '', icon: '' });
}
