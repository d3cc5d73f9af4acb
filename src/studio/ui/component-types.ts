import type { Descriptor } from '../../flow/descriptor.ts';

/** The types in a flow as they are met from left to right, then from top to bottom; each once. */
export function componentTypes(flow: Descriptor): string[] {
  const nodes = Object.values(flow).toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...new Set(nodes.map((node) => node.type))];
}
