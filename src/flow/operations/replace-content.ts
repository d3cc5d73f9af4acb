import type { Message } from '../messages/message.ts';
import type { FlowContent, Operation } from './operation.ts';

/** Puts other components and notes in the place of all there is. */
export function replaceContent({ name, content }: { name: Message; content: FlowContent }): Operation {
  return { name, apply: () => content.descriptor, applyToNotes: () => content.notes };
}
