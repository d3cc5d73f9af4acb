import type { Field } from './fields.ts';
import type { ComponentManifest, ModuleManifest } from './manifest.ts';
import type { Modifier } from './modifiers/modifier.ts';

/** What a component is set to: its properties, and for each in port the `lambda` of its first link. */
export type ComponentConfig = {
  properties: Record<string, unknown>;
  inputs: Record<string, Record<string, unknown>>;
};

/**
 * A component as the flow language and the Designer know it: data, and (where the outputs depend on the
 * configuration) a pure function that tells the fields of each out port.
 */
export type ComponentDefinition = {
  manifest: ComponentManifest;
  /** Fields by out port, e.g. `{ out: [{ step: 'data', … }] }`; ports left out fall back to the manifest's `options`. */
  outputs?: (config: ComponentConfig) => Record<string, Field[]>;
  /** The same for a component whose outputs also follow from what comes to it. */
  outputsFrom?: OutputsFrom;
};

export type OutputsFrom = (config: ComponentConfig, upstream: Upstream) => Record<string, Field[]>;

/** What is known of the messages that come to a component, by the first link of each in port. */
export type Upstream = {
  /** The fields of the message; undefined when it may have others. */
  messageOf(inPort: string): Field[] | undefined;
  /** What an input of the port gets, when it is one variable and nothing else. */
  valueOf(inPort: string, field: string): Field | undefined;
};

/** All components one can use, by type. */
export type Catalogue = {
  /** `undefined` for a type that is not installed: such a node is kept as it is and shown as unknown. */
  component(type: string): ComponentDefinition | undefined;
  components(): ComponentDefinition[];
  module(name: string): ModuleManifest | undefined;
  modules(): ModuleManifest[];
  /** The installation's own modifiers, by name; without it there are none. */
  customModifier?(name: string): Modifier | undefined;
};
