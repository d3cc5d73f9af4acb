import { message } from '../messages/message.ts';
import { updateNode, type Operation } from './operation.ts';

/** Names a component; an empty label gives it back the name of its type. */
export function setLabel(options: { componentId: string; label: string }): Operation {
  const label = options.label.trim();
  return {
    name: message('operation.rename'),
    apply: (descriptor) =>
      updateNode(descriptor, options.componentId, (node) => {
        if ((node.label ?? '') === label) return node;
        const { label: _, ...unnamed } = node;
        return label ? { ...node, label } : unnamed;
      }),
  };
}
