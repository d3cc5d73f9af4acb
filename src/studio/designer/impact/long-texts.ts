import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { isLongText } from '../../background/long-text.ts';

/** Has one of the components a text, such as an example, that takes longer to read than a key can wait? */
export function hasLongText(...nodes: (FlowNode | undefined)[]): boolean {
  return nodes.some((node) => Object.values(node?.config?.properties ?? {}).some(isLongText));
}

/** Does a change bring or take such a text? What stays as it was has been read. */
export function changesLongText(before: Descriptor, after: Descriptor): boolean {
  return Object.keys({ ...before, ...after }).some(
    (id) => before[id]?.config !== after[id]?.config && hasLongText(before[id], after[id]),
  );
}

export function holdsLongText(descriptor: Descriptor): boolean {
  return hasLongText(...Object.values(descriptor));
}
