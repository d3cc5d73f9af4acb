import { errorPort } from '../connection.ts';
import { defaultValuesOf } from '../default-values.ts';
import type { Catalogue, ComponentDefinition } from '../definition.ts';
import type { Descriptor, FlowNode, Mapping } from '../descriptor.ts';
import { incoming, nodeOf, outgoing, type Link } from '../graph.ts';
import { type InPort, inPortsOf, type Inspector, labelOf, outPortsOf } from '../manifest.ts';
import { message } from '../messages/message.ts';
import { own } from '../record.ts';
import { initialMapping } from './connect.ts';
import { hasLink, mappingOf, withLink, withoutLink } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Gives a component another type at the same place. What fits stays: the label, properties and inputs that the new type
 * has under the same name and kind, links to and from ports of the same name. Other links move to the first port there
 * is room at; without one they go. Variables that the new type does not offer stay, and show as problems.
 */
export function replaceComponent(options: {
  id: string;
  component: ComponentDefinition;
  catalogue: Catalogue;
}): Operation {
  const { id, component, catalogue } = options;
  const { manifest } = component;
  return {
    name: message('operation.replace', { component: labelOf(manifest) }),
    apply(descriptor) {
      const before = nodeOf(descriptor, id);
      if (!before || before.type === manifest.name) return descriptor;
      const arriving = incoming(descriptor, id);
      const leaving = outgoing(descriptor, id);
      let result: Descriptor = { ...descriptor, [id]: retyped(before, component, catalogue) };
      for (const link of arriving) result = bringIn(result, before, link, { component, catalogue });
      for (const link of leaving) result = leadOut(result, link, component);
      return result;
    },
  };
}

function retyped(before: FlowNode, { manifest }: ComponentDefinition, catalogue: Catalogue): FlowNode {
  const { version: _, config, ...kept } = before;
  const { transform: __, ...settings } = config ?? {};
  const properties = fitting(
    config?.properties ?? {},
    catalogue.component(before.type)?.manifest.properties?.inspector,
    manifest.properties?.inspector,
  );
  return {
    ...kept,
    type: manifest.name,
    ...(manifest.version === undefined ? {} : { version: manifest.version }),
    source: {},
    config: {
      ...settings,
      properties: { ...defaultValuesOf(manifest.properties?.inspector), ...properties },
    },
  };
}

function bringIn(
  descriptor: Descriptor,
  before: FlowNode,
  link: Link,
  { component, catalogue }: { component: ComponentDefinition; catalogue: Catalogue },
): Descriptor {
  const ports = inPortsOf(component.manifest);
  const hasRoom = (port: InPort) =>
    incoming(descriptor, link.to).filter(({ inPort }) => inPort === port.name).length <
    (port.maxConnections ?? Infinity);
  const port = ports.find((one) => one.name === link.inPort && hasRoom(one)) ?? ports.find(hasRoom);
  if (!port) return descriptor;
  const oldManifest = catalogue.component(before.type)?.manifest;
  const oldPort = oldManifest && inPortsOf(oldManifest).find(({ name }) => name === link.inPort);
  const moved = { ...link, inPort: port.name };
  return updateNode(descriptor, link.to, (node) => {
    if (hasLink(node, moved)) return node;
    const initial = initialMapping(descriptor, catalogue, moved);
    return withLink(node, moved, mixed(initial, mappingOf(before, link) ?? {}, oldPort?.inspector, port));
  });
}

/** The new port's default values, with what was filled in over them. */
function mixed(initial: Mapping, filled: Mapping, from: Inspector | undefined, port: InPort): Mapping {
  const lambda = fitting(filled.lambda ?? {}, from, port.inspector);
  const modifiers = Object.entries(filled.modifiers ?? {}).filter(([field]) => Object.hasOwn(lambda, field));
  return {
    ...filled,
    ...initial,
    modifiers: Object.fromEntries(modifiers),
    lambda: { ...initial.lambda, ...lambda },
  };
}

/** The values for inputs that both forms have, of the same type. A form nobody knows may have had any. */
function fitting(
  values: Record<string, unknown>,
  from: Inspector | undefined,
  to: Inspector | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const target = own(to?.inputs, name);
      const origin = own(from?.inputs, name);
      return target !== undefined && (origin === undefined || origin.type === target.type);
    }),
  );
}

function leadOut(descriptor: Descriptor, link: Link, { manifest }: ComponentDefinition): Descriptor {
  const names = outPortsOf(manifest).map(({ name }) => name);
  if (link.outPort === errorPort || names.includes(link.outPort)) return descriptor;
  const outPort = names[0];
  return updateNode(descriptor, link.to, (node) => {
    const detached = withoutLink(node, link);
    const moved = outPort === undefined ? undefined : { ...link, outPort };
    if (!moved || hasLink(detached, moved)) return detached;
    return withLink(
      detached,
      moved,
      mappingOf(node, link) ?? { type: 'json2new', modifiers: {}, lambda: {} },
    );
  });
}
