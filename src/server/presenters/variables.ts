import type { Catalogue } from '../../flow/definition.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { incoming } from '../../flow/graph.ts';
import { schemaOfFields } from '../../flow/json-schema.ts';
import { inPortsOf } from '../../flow/manifest.ts';
import { modifiers } from '../../flow/modifiers/catalogue.ts';
import { formatPath } from '../../flow/path.ts';
import { variablesFor } from '../../flow/variables.ts';

export type VariablesRequest = {
  flow?: boolean | undefined;
  components?:
    { IDs?: string[] | undefined; links?: boolean | undefined; properties?: boolean | undefined } | undefined;
};

/** The variables of each component of a flow (INTERFACE §5, Variables); without ids of all of them. */
export function presentVariables(descriptor: Descriptor, catalogue: Catalogue, wanted: VariablesRequest) {
  const { IDs = Object.keys(descriptor), links = true, properties = true } = wanted.components ?? {};
  const components = IDs.filter((id) => Object.hasOwn(descriptor, id)).map((id) => [
    id,
    {
      ...(links ? { links: linksOf(descriptor, catalogue, id) } : {}),
      ...(properties ? { properties: propertiesOf(descriptor, catalogue, id) } : {}),
    },
  ]);
  return {
    components: Object.fromEntries(components) as Record<string, unknown>,
    ...(wanted.flow === false ? {} : { flow: flowVariables }),
  };
}

/** What needs no component: the functions that make their value themselves. */
const flowVariables = Object.values(modifiers)
  .filter(({ takesValue }) => !takesValue)
  .map(({ name, label, category }) => ({ name, label, category: [category] }));

type Ports = Record<string, { inspector: unknown; variables: unknown }>;

/** `links[inPort][upstream][outPort]`. */
function linksOf(descriptor: Descriptor, catalogue: Catalogue, id: string) {
  const manifest = catalogue.component(descriptor[id]?.type ?? '')?.manifest;
  const dynamic = dynamicVariables(descriptor, catalogue, id);
  const links: Record<string, Record<string, Ports>> = {};
  for (const { from, outPort, inPort } of incoming(descriptor, id)) {
    const port = manifest && inPortsOf(manifest).find(({ name }) => name === inPort);
    const senders = (links[inPort] ??= {});
    const ports = (senders[from] ??= {});
    ports[outPort] = { inspector: port?.inspector ?? {}, variables: { static: {}, dynamic } };
  }
  return links;
}

function propertiesOf(descriptor: Descriptor, catalogue: Catalogue, id: string) {
  const properties = catalogue.component(descriptor[id]?.type ?? '')?.manifest.properties;
  return {
    inspector: properties?.inspector ?? {},
    variables: { static: {}, dynamic: [] },
    schema: properties?.schema ?? {},
  };
}

function dynamicVariables(descriptor: Descriptor, catalogue: Catalogue, id: string) {
  return variablesFor(descriptor, catalogue, id).flatMap(({ componentId, ports }) =>
    ports.flatMap(({ port, fields }) =>
      fields.map((field) => ({
        componentId,
        port,
        label: field.label,
        value: `{{{${formatPath({ componentId, port, steps: [field.step] })}}}}`,
        schema: schemaOfFields([field]).properties?.[String(field.step)] ?? {},
        hardwired: false,
      })),
    ),
  );
}
