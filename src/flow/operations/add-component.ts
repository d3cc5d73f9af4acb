import { defaultValuesOf } from '../default-values.ts';
import type { ComponentDefinition } from '../definition.ts';
import type { FlowNode } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import { labelOf } from '../manifest.ts';
import { message } from '../messages/message.ts';
import type { Operation } from './operation.ts';

/** Adds a component set to its manifest's default values, unconnected. */
export function addComponent(options: {
  id: string;
  component: ComponentDefinition;
  x: number;
  y: number;
}): Operation {
  const { manifest } = options.component;
  return {
    name: message('operation.add', { component: labelOf(manifest) }),
    apply(descriptor) {
      if (nodeOf(descriptor, options.id)) return descriptor;
      const node: FlowNode = {
        type: manifest.name,
        ...(manifest.version === undefined ? {} : { version: manifest.version }),
        x: options.x,
        y: options.y,
        source: {},
        config: { properties: defaultValuesOf(manifest.properties?.inspector) },
      };
      return { ...descriptor, [options.id]: node };
    },
  };
}
