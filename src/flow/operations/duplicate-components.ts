import { nodeOf } from '../graph.ts';
import { message } from '../messages/message.ts';
import { insertComponents } from './insert-components.ts';
import type { Operation } from './operation.ts';

/**
 * Copies components beside themselves. A copy keeps what fed the original, so that its inputs stay filled and its
 * variables known; nothing that follows the original follows the copy.
 */
export function duplicateComponents(options: {
  ids: string[];
  newIds: Record<string, string>;
  dx: number;
  dy: number;
}): Operation {
  const { ids, newIds, dx, dy } = options;
  return {
    name: message('operation.duplicate', { count: ids.length }),
    apply(descriptor) {
      const components = Object.fromEntries(
        ids.flatMap((id) => {
          const node = nodeOf(descriptor, id);
          return node ? [[id, node] as const] : [];
        }),
      );
      return insertComponents({ components, newIds, dx, dy }).apply(descriptor);
    },
  };
}
