import type { Descriptor } from '../flow/descriptor.ts';
import { normaliseMapping } from '../flow/mapping.ts';

/** References in the old text form become data, once, so that no run has to read them again. */
export function normaliseDescriptor(descriptor: Descriptor, newId: () => string): Descriptor {
  return mapValues(descriptor, (node) => {
    if (!node.config?.transform) return node;
    const transform = mapValues(node.config.transform, (senders) =>
      mapValues(senders, (ports) => mapValues(ports, (mapping) => normaliseMapping(mapping, newId))),
    );
    return { ...node, config: { ...node.config, transform } };
  });
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
