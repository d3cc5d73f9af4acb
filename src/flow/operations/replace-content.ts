import type { Message } from '../messages/message.ts';
import type { FlowContent, Operation } from './operation.ts';

/** Puts other components and notes in the place of all there is; a name and a setting of theirs become the flow's, too. */
export function replaceContent(options: {
  name: Message;
  content: FlowContent & { name?: string; concurrency?: number | null };
}): Operation {
  const { descriptor, notes, name, concurrency } = options.content;
  return {
    name: options.name,
    apply: () => descriptor,
    applyToNotes: () => notes,
    ...(name === undefined ? {} : { applyToName: () => name }),
    ...(concurrency === undefined ? {} : { applyToConcurrency: () => concurrency }),
  };
}
