import type { Descriptor } from '../descriptor.ts';
import { message } from '../messages/message.ts';
import type { Notes } from '../notes.ts';
import { own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import type { Operation } from './operation.ts';

/** Puts the flow back to what it was in an earlier version. Components and notes that are the same stay the same objects. */
export function restoreVersion(options: {
  descriptor: Descriptor;
  notes: Notes;
  revision: number;
}): Operation {
  return {
    name: message('operation.restore', { revision: options.revision }),
    apply: (descriptor) => restored(descriptor, options.descriptor),
    applyToNotes: (notes) => restored(notes, options.notes),
  };
}

function restored<Value>(current: Record<string, Value>, earlier: Record<string, Value>) {
  if (sameValue(current, earlier)) return current;
  return Object.fromEntries(
    Object.entries(earlier).map(([id, value]) => {
      const present = own(current, id);
      return [id, present !== undefined && sameValue(present, value) ? present : value];
    }),
  );
}
