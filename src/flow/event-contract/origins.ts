import type { Catalogue, ComponentDefinition } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import type { Field, PathStep } from '../fields.ts';
import { nodeOf } from '../graph.ts';
import type { VariablePath } from '../path.ts';
import { findField } from '../variables.ts';

/** A field that knows where below the event's data it stands. Who hands it on hands that on, too. */
type Traced = Field & { origin?: PathStep[] };

/** Where an event's data lies in what its trigger emits. */
export const dataStep = 'data';

/**
 * Tells where below the data of an event a variable comes from that another component hands on: of `$.each.item.value.sku`,
 * `lines[0].sku`. It is looked up as any variable is, in a flow whose triggers tell of each field where it stands.
 */
export function originsOf(
  descriptor: Descriptor,
  catalogue: Catalogue,
  triggers: ReadonlySet<string>,
): (path: VariablePath) => PathStep[] | undefined {
  const flow = { ...descriptor };
  const properties = new Set<unknown>();
  const definitions = new Map<string, ComponentDefinition>();
  for (const id of triggers) {
    const node = flow[id]!;
    const definition = catalogue.component(node.type);
    // A configuration of its own: what is known of the outputs is kept by it.
    const config = { ...node.config, properties: { ...node.config?.properties } };
    flow[id] = { ...node, config };
    properties.add(config.properties);
    if (definition) definitions.set(node.type, tracing(definition, properties));
  }
  const tracingCatalogue = {
    ...catalogue,
    component: (type: string) => definitions.get(type) ?? catalogue.component(type),
  };
  return ({ componentId, port, steps }) => {
    const type = nodeOf(flow, componentId)?.type;
    if (type === undefined || !catalogue.component(type)?.outputsFrom) return undefined;
    // What is no longer in the example is still taken out of what is.
    for (let known = steps.length; known > 0; known -= 1) {
      const path = { componentId, port, steps: steps.slice(0, known) };
      const found = findField(flow, tracingCatalogue, path);
      const origin = found.found ? (found.field as Traced).origin : undefined;
      if (origin) return [...origin, ...steps.slice(known)];
    }
    return undefined;
  };
}

/** A trigger whose fields know where they stand, where it is set to one of these properties. */
function tracing(definition: ComponentDefinition, properties: ReadonlySet<unknown>): ComponentDefinition {
  const { outputs } = definition;
  if (!outputs) return definition;
  return {
    ...definition,
    outputs: (config) => {
      const known = outputs(config);
      if (!properties.has(config.properties)) return known;
      return Object.fromEntries(
        Object.entries(known).map(([port, fields]) => [
          port,
          fields.map((field) => (field.step === dataStep ? traced(field, []) : field)),
        ]),
      );
    },
  };
}

function traced(field: Field, origin: PathStep[]): Traced {
  const { children, ...rest } = field;
  const own: Traced = { ...rest, origin };
  if (!children) return own;
  let below: Field[] | undefined;
  return Object.defineProperty(own, 'children', {
    enumerable: true,
    get: () => (below ??= children.map((child) => traced(child, [...origin, child.step]))),
  });
}
