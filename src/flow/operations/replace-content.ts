import type { Message } from '../messages/message.ts';
import type { FlowContent, Operation } from './operation.ts';

/** Puts other components and notes in the place of all there is; with a name of theirs the flow is called so, too. */
export function replaceContent(options: {
  name: Message;
  content: FlowContent & { name?: string };
}): Operation {
  const { descriptor, notes, name } = options.content;
  return {
    name: options.name,
    apply: () => descriptor,
    applyToNotes: () => notes,
    ...(name === undefined ? {} : { applyToName: () => name }),
  };
}
