import { message } from '../messages/message.ts';
import { updateNode, type Operation } from './operation.ts';

/** Switches components off, or on again. What that means for others: `idleComponents`. */
export function setDisabled({ ids, disabled }: { ids: string[]; disabled: boolean }): Operation {
  return {
    name: message(disabled ? 'operation.disable' : 'operation.enable', { count: ids.length }),
    apply: (descriptor) =>
      ids.reduce(
        (current, id) =>
          updateNode(current, id, (node) => {
            if ((node.disabled ?? false) === disabled) return node;
            const { disabled: _, ...enabled } = node;
            return disabled ? { ...enabled, disabled } : enabled;
          }),
        descriptor,
      ),
  };
}
