import type { Descriptor, FlowNode, Mapping } from '../descriptor.ts';
import { types } from './catalogue.ts';

/** A node of the test catalogue with one mapping per sender: `{ trigger: ['out', mapping] }` for in port `in`. */
export function node(
  type: keyof typeof types,
  senders: Record<string, [outPort: string, mapping?: Mapping]> = {},
  rest: Partial<FlowNode> = {},
): FlowNode {
  const entries = Object.entries(senders);
  return {
    type: types[type],
    x: 0,
    y: 0,
    source: entries.length > 0 ? { in: mapOf(entries, ([outPort]) => [outPort]) } : {},
    config:
      entries.length > 0
        ? {
            transform: {
              in: mapOf(entries, ([outPort, mapping]) => ({ [outPort]: mapping ?? emptyMapping })),
            },
          }
        : {},
    ...rest,
  };
}

export const emptyMapping: Mapping = { type: 'json2new', modifiers: {}, lambda: {} };

/** A chain trigger → a1 → a2 … of components with in port `in` and out port `out`. */
export function chain(length: number): Descriptor {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  return Object.fromEntries(
    ids.map((id, index) => [
      id,
      index === 0
        ? node('onEvent', {}, { config: { properties: { event: 'e', example: '{"id":1}' } } })
        : node('join', { [ids[index - 1]!]: ['out'] }),
    ]),
  );
}

function mapOf<From, To>(entries: [string, From][], change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)]));
}
