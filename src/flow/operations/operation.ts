import type { Descriptor, FlowNode } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import type { Message } from '../messages/message.ts';
import type { Notes } from '../notes.ts';
import { isRecord, own } from '../record.ts';

/**
 * One change to a flow, as data and a pure function: one gesture, one undo step, one autosave.
 *
 * What one edits has parts of which none ever depends on another: components, notes, the flow's name, and how many of its
 * runs may be at work at once. So an operation is a function for components and, where it concerns another part, a further
 * one for each: most operations know of components alone, and a gesture over several parts is still one operation (`sequence`).
 *
 * No function changes its argument. Each shares every part that stays the same, and gives the very same object back
 * when nothing changes, so a store can tell by identity whether there is anything to undo or to save.
 */
export type Operation = {
  /** What the undo list shows, e.g. "Move 3 components". */
  name: Message;
  apply(descriptor: Descriptor): Descriptor;
  applyToNotes?(notes: Notes): Notes;
  applyToName?(name: string): string;
  applyToConcurrency?(concurrency: number | null): number | null;
};

/** What is drawn of a flow: its components and the notes beside them. */
export type FlowContent = { descriptor: Descriptor; notes: Notes };

/** What operations change, and what is saved of a flow: what is drawn, what it is called, and its setting. */
export type NamedContent = FlowContent & {
  name: string;
  /** Runs at work at once; null, or not there: as many as come. */
  concurrency?: number | null;
};

/** All parts there are after an operation; the very same object when it changes none. */
export function changed<Content extends FlowContent | NamedContent>(
  content: Content,
  operation: Operation,
): Content {
  const descriptor = operation.apply(content.descriptor);
  const notes = operation.applyToNotes?.(content.notes) ?? content.notes;
  const beside = 'name' in content ? changedBeside(content, operation) : undefined;
  if (descriptor === content.descriptor && notes === content.notes && beside === undefined) return content;
  return { ...content, ...beside, descriptor, notes };
}

/** What is beside the drawing after an operation; undefined when that changes nothing of it. */
function changedBeside(
  { name, concurrency = null }: NamedContent,
  operation: Operation,
): { name?: string; concurrency?: number | null } | undefined {
  const next = {
    name: operation.applyToName?.(name) ?? name,
    concurrency: operation.applyToConcurrency ? operation.applyToConcurrency(concurrency) : concurrency,
  };
  if (next.concurrency !== concurrency) return next;
  return next.name === name ? undefined : { name: next.name };
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
    applyToName: (flowName) =>
      operations.reduce((current, operation) => operation.applyToName?.(current) ?? current, flowName),
    applyToConcurrency: (concurrency) =>
      operations.reduce(
        (current, operation) =>
          operation.applyToConcurrency ? operation.applyToConcurrency(current) : current,
        concurrency,
      ),
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
