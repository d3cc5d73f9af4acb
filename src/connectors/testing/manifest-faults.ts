import type { ComponentManifest, Inspector, InspectorInput, JsonSchema } from '../../flow/manifest.ts';
import { inPortsOf } from '../../flow/manifest.ts';

/** What is wrong with a manifest, a line each: references that lead nowhere, inspector and schema at odds. */
export function manifestFaults(manifest: ComponentManifest): string[] {
  const { properties = {} } = manifest;
  return [
    ...unless(JSON.stringify(JSON.parse(JSON.stringify(manifest))) === JSON.stringify(manifest), 'not data'),
    ...unless(manifest.icon.startsWith('data:image/svg+xml,%3Csvg'), 'the icon is no SVG'),
    ...unless(/^[A-Z].{10,90}\.$/.test(manifest.description), 'the description is no short sentence'),
    ...inspectorFaults('properties', properties),
    ...inPortsOf(manifest).flatMap((port) => inspectorFaults(port.name, port)),
  ];
}

function inspectorFaults(
  place: string,
  { inspector = {}, schema = {} }: { inspector?: Inspector; schema?: JsonSchema },
): string[] {
  const { inputs = {}, groups = {} } = inspector;
  return [
    ...Object.keys(inputs).flatMap((name) =>
      unless(Object.hasOwn(schema.properties ?? {}, name), `${name} is missing in the schema`),
    ),
    ...(schema.required ?? []).flatMap((name) =>
      unless(inputs[name]?.required === true, `${name} is not marked as required`),
    ),
    ...Object.entries(inputs).flatMap(([name, { group }]) =>
      unless(group === undefined || Object.hasOwn(groups, group), `${name} names no group`),
    ),
    ...inputFaults(inputs),
  ].map((fault) => `${place}: ${fault}`);
}

function inputFaults(inputs: Record<string, InspectorInput>): string[] {
  const indexes = Object.values(inputs).map((input) => input.index);
  return [
    ...unless(new Set(indexes).size === indexes.length, 'two inputs share an index'),
    ...Object.entries(inputs).flatMap(([name, input]) => [
      ...unless(Boolean(input.label), `${name} has no label`),
      ...siblingsOf(input).flatMap((sibling) =>
        unless(Object.hasOwn(inputs, sibling), `${name} depends on ${sibling}, which is no sibling`),
      ),
      ...unless(hasItsDefault(input), `the default of ${name} is none of its options`),
      ...inputFaults(input.fields ?? {}),
    ]),
  ];
}

function siblingsOf(input: InspectorInput): string[] {
  return Object.values(input.when ?? {})
    .flatMap((operand) => Object.keys(operand as object))
    .map((path) => path.replace('./', ''));
}

function hasItsDefault({ options, defaultValue }: InspectorInput): boolean {
  if (!options || defaultValue === undefined) return true;
  return options.some((option) => (typeof option === 'string' ? option : option.value) === defaultValue);
}

function unless(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}
