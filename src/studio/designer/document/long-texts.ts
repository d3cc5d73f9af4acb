import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { isLongText } from '../../background/long-text.ts';

/** A long property of a component. */
export type LongText = { componentId: string; name: string; text: string };

/** A flow without its long texts, and these. What has none is given back as it is. */
export function withoutLongTexts(descriptor: Descriptor): { descriptor: Descriptor; texts: LongText[] } {
  const texts = Object.entries(descriptor).flatMap(([componentId, node]) =>
    Object.entries(node.config?.properties ?? {}).flatMap(([name, text]) =>
      isLongText(text) ? [{ componentId, name, text }] : [],
    ),
  );
  if (texts.length === 0) return { descriptor, texts };
  return {
    descriptor: withTexts(
      descriptor,
      texts.map((long) => ({ ...long, text: '' })),
    ),
    texts,
  };
}

/** Puts long texts back in their places. */
export function withTexts(descriptor: Descriptor, texts: readonly LongText[]): Descriptor {
  const filled = { ...descriptor };
  for (const { componentId, name, text } of texts) {
    const node: FlowNode | undefined = filled[componentId];
    if (!node) continue;
    const properties = { ...node.config?.properties, [name]: text };
    filled[componentId] = { ...node, config: { ...node.config, properties } };
  }
  return filled;
}

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
