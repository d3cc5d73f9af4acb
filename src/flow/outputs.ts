import { errorPort } from './connection.ts';
import type { Catalogue, ComponentConfig, ComponentDefinition, OutputsFrom } from './definition.ts';
import type { Descriptor, FlowNode } from './descriptor.ts';
import type { FieldTree } from './field-at.ts';
import type { Field } from './fields.ts';
import { nodeOf, outgoing } from './graph.ts';
import { fieldsOfOptions } from './json-schema.ts';
import { outPortsOf, type JsonSchema, type OutPort } from './manifest.ts';
import { inEnglish, message, type Message } from './messages/message.ts';
import { own } from './record.ts';
import { upstreamValues } from './upstream-values.ts';

/** One out port with its fields. `open`: there may be others, which nobody declared. */
export type VariablePort = { port: string; fields: Field[]; open?: boolean };

/** What the virtual out port `error` emits (INTERFACE §2.2), its fields called as `say` has it. */
export function fieldsOfError(say: (message: Message) => string): Field[] {
  const text = (step: 'message' | 'code' | 'name'): Field => ({
    step,
    label: say(message(`errorOutput.${step}`)),
    types: ['string'],
  });
  return [
    {
      step: 'error',
      label: say(message('errorOutput.error')),
      types: ['object'],
      children: [text('message'), text('code'), text('name')],
    },
    { step: 'input', label: say(message('errorOutput.input')), types: ['unknown'] },
  ];
}

const errorFields = fieldsOfError(inEnglish);

/** What a component is set to; an in port takes the `lambda` of its first link. */
export function configOf(descriptor: Descriptor, id: string): ComponentConfig {
  const node = nodeOf(descriptor, id);
  return node ? configOfNode(node) : { properties: {}, inputs: {} };
}

/** The fields of each out port: the declared ones and the virtual `error` port. */
export function outputsOf(descriptor: Descriptor, catalogue: Catalogue, id: string): Record<string, Field[]> {
  return Object.fromEntries(portsOf(descriptor, catalogue, id).map(({ port, fields }) => [port, fields]));
}

/**
 * The out ports of a component, the `error` port last. For a type that is not installed: those its links leave from.
 */
export function portsOf(descriptor: Descriptor, catalogue: Catalogue, id: string): VariablePort[] {
  const node = nodeOf(descriptor, id);
  if (!node) return [];
  const definition = catalogue.component(node.type);
  const failure: VariablePort = { port: errorPort, fields: errorFields };
  if (!definition) {
    const used = new Set(outgoing(descriptor, id).map(({ outPort }) => outPort));
    used.delete(errorPort);
    return [...[...used].map((port) => ({ port, fields: [], open: true })), failure];
  }
  const { outputsFrom } = definition;
  const declared = outputsFrom
    ? followingPorts(descriptor, catalogue, { id, node, definition, outputsFrom })
    : declaredPorts(definition, dynamicOutputs(node, definition));
  return [...declared, failure];
}

function declaredPorts({ manifest }: ComponentDefinition, dynamic: Record<string, Field[]>): VariablePort[] {
  return outPortsOf(manifest).map((port): VariablePort => {
    const fields = own(dynamic, port.name);
    return { port: port.name, ...(fields ? { fields } : declaredTree(port)) };
  });
}

/** Ports that follow from what comes in, by descriptor: a row of such components is gone through once. */
const followed = new WeakMap<Descriptor, { catalogue: Catalogue; byId: Map<string, VariablePort[]> }>();

function followingPorts(
  descriptor: Descriptor,
  catalogue: Catalogue,
  {
    id,
    node,
    definition,
    outputsFrom,
  }: { id: string; node: FlowNode; definition: ComponentDefinition; outputsFrom: OutputsFrom },
): VariablePort[] {
  let known = followed.get(descriptor);
  if (known?.catalogue !== catalogue) followed.set(descriptor, (known = { catalogue, byId: new Map() }));
  const before = known.byId.get(id);
  if (before) return before;
  // What a cycle leads back to stands as declared.
  known.byId.set(id, declaredPorts(definition, {}));
  const upstream = upstreamValues(descriptor, id, (componentId, name) =>
    portsOf(descriptor, catalogue, componentId).find(({ port }) => port === name),
  );
  const ports = declaredPorts(definition, outputsFrom(configOfNode(node), upstream));
  known.byId.set(id, ports);
  return ports;
}

function configOfNode(node: FlowNode): ComponentConfig {
  const inputs = Object.entries(node.source ?? {}).flatMap(([inPort, senders]) => {
    const [first] = Object.entries(senders);
    if (!first) return [];
    const [from, ports] = first;
    const [outPort] = [ports].flat();
    const mapping = outPort && own(own(own(node.config?.transform, inPort), from), outPort);
    return mapping ? [[inPort, mapping.lambda ?? {}] as const] : [];
  });
  return { properties: node.config?.properties ?? {}, inputs: Object.fromEntries(inputs) };
}

type Told = { definition: ComponentDefinition; source: FlowNode['source']; outputs: Record<string, Field[]> };

/** Outputs by the configuration they follow from: a large example is read once, not at every look at the flow. */
const told = new WeakMap<object, Told>();

function dynamicOutputs(node: FlowNode, definition: ComponentDefinition): Record<string, Field[]> {
  if (!definition.outputs) return {};
  const key = node.config;
  const before = key && told.get(key);
  if (before && before.definition === definition && before.source === node.source) return before.outputs;
  const outputs = definition.outputs(configOfNode(node));
  if (key) told.set(key, { definition, source: node.source, outputs });
  return outputs;
}

/** What the manifest says of a port, by `options` or by a schema; a port it says nothing of is open. */
function declaredTree({ options, schema, source }: OutPort): FieldTree {
  const fields = options ? fieldsOfOptions(options) : fieldsOfSchema(schema);
  if (!fields) return { fields: [], open: true };
  return source ? { fields, open: true } : { fields };
}

function fieldsOfSchema(schema: JsonSchema | undefined): Field[] | undefined {
  // The schema tells of the message as a whole, an option of one thing in it.
  return schema && fieldsOfOptions([{ value: 'message', schema }])[0]?.children;
}
