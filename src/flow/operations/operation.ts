import type { Descriptor, FlowNode } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import type { Message } from '../messages/message.ts';
import type { Notes } from '../notes.ts';
import { isRecord, own } from '../record.ts';

/**
 * One change to a flow, as data and a pure function: one gesture, one undo step, one autosave.
 *
 * What one edits has two parts, components and notes, and neither ever depends on the other. So an operation is a
 * function for the one and, where it concerns notes, a second one for the other: most operations know of components
 * alone, and a gesture over both is still one operation (`sequence`).
 *
 * Neither function changes its argument. Each shares every part that stays the same, and gives the very same object back
 * when nothing changes, so a store can tell by identity whether there is anything to undo or to save.
 */
export type Operation = {
  /** What the undo list shows, e.g. "Move 3 components". */
  name: Message;
  apply(descriptor: Descriptor): Descriptor;
  applyToNotes?(notes: Notes): Notes;
};

/** What operations change, and what is saved of a flow: its components and the notes beside them. */
export type FlowContent = { descriptor: Descriptor; notes: Notes };

/** Both parts after an operation; the very same object when it changes neither. */
export function changed(content: FlowContent, operation: Operation): FlowContent {
  const descriptor = operation.apply(content.descriptor);
  const notes = operation.applyToNotes?.(content.notes) ?? content.notes;
  return descriptor === content.descriptor && notes === content.notes ? content : { descriptor, notes };
}

/** An operation on notes alone. */
export function onNotes(name: Message, applyToNotes: (notes: Notes) => Notes): Operation {
  return { name, apply: (descriptor) => descriptor, applyToNotes };
}

/** Several operations as one, in this order, each on the result of the one before. */
export function sequence({ name, operations }: { name: Message; operations: Operation[] }): Operation {
  return {
    name,
    apply: (descriptor) => operations.reduce((current, operation) => operation.apply(current), descriptor),
    applyToNotes: (notes) =>
      operations.reduce((current, operation) => operation.applyToNotes?.(current) ?? current, notes),
  };
}

/** The descriptor with one component changed; the same when there is none or `change` gives it back unchanged. */
export function updateNode(
  descriptor: Descriptor,
  id: string,
  change: (node: FlowNode) => FlowNode,
): Descriptor {
  const node = nodeOf(descriptor, id);
  if (!node) return descriptor;
  const changed = change(node);
  return changed === node ? descriptor : { ...descriptor, [id]: changed };
}

/** The notes with one changed; unknown members stay. The same when there is none or all of `change` is so already. */
export function updateNote(notes: Notes, id: string, change: Record<string, unknown>): Notes {
  const entry = own(notes, id);
  if (!isRecord(entry)) return notes;
  if (Object.entries(change).every(([name, value]) => own(entry, name) === value)) return notes;
  const next = Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined);
  return { ...notes, [id]: Object.fromEntries(next) };
}
