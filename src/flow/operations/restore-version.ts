import { nodeOf } from '../graph.ts';
import type { Descriptor } from '../descriptor.ts';
import { message } from '../messages/message.ts';
import { sameValue } from '../same-value.ts';
import type { Operation } from './operation.ts';

/** Puts the flow back to what it was in an earlier version. Components that are the same stay the same objects. */
export function restoreVersion(options: { descriptor: Descriptor; revision: number }): Operation {
  const { descriptor, revision } = options;
  return {
    name: message('operation.restore', { revision }),
    apply(current) {
      if (sameValue(current, descriptor)) return current;
      return Object.fromEntries(
        Object.entries(descriptor).map(([id, node]) => {
          const present = nodeOf(current, id);
          return [id, present && sameValue(present, node) ? present : node];
        }),
      );
    },
  };
}
