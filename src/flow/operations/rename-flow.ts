import { message } from '../messages/message.ts';
import type { Operation } from './operation.ts';

/** Calls the flow something else. Space around the name does not count; a name of nothing else leaves the old one. */
export function renameFlow({ name }: { name: string }): Operation {
  return {
    name: message('operation.renameFlow'),
    apply: (descriptor) => descriptor,
    applyToName: (current) => name.trim() || current,
  };
}
