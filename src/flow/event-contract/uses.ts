import type { Catalogue } from '../definition.ts';
import type { Descriptor, Mapping } from '../descriptor.ts';
import { indexOf } from '../field-at.ts';
import type { PathStep } from '../fields.ts';
import { isTrigger } from '../manifest.ts';
import { placesTaken } from '../modifiers/chain.ts';
import { parsePath, type VariablePath } from '../path.ts';
import { own } from '../record.ts';
import { pathOfPlaceholder, placeholdersIn } from '../template.ts';
import { dataStep, originsOf } from './origins.ts';

/** An input of a component that takes something out of an event's data. */
export type EventUse = {
  componentId: string;
  componentType: string;
  /** Its own label; without one it is called as its type is. */
  label?: string;
  inPort: string;
  field: string;
  /** Below the data; empty for the data as a whole. */
  steps: PathStep[];
};

/**
 * What a flow takes out of the data of the events of a name, input by input, each variable once: of its triggers, and of
 * components that hand on what they get.
 */
export function usesOfEvent(descriptor: Descriptor, catalogue: Catalogue, event: string): EventUse[] {
  const triggers = triggersOf(descriptor, catalogue, event);
  if (triggers.size === 0) return [];
  const originOf = originsOf(descriptor, catalogue, triggers);
  const belowData = (path: VariablePath): PathStep[] | undefined => {
    if (!triggers.has(path.componentId)) return originOf(path);
    const [first, ...steps] = path.steps;
    return first === dataStep || first === undefined ? steps : undefined;
  };
  return Object.entries(descriptor).flatMap(([componentId, node]) => {
    const component = { componentId, componentType: node.type, ...(node.label ? { label: node.label } : {}) };
    return Object.entries(node.config?.transform ?? {}).flatMap(([inPort, senders]) => {
      const mappings = Object.values(senders).flatMap((ports) => Object.values(ports));
      const found = new Map<string, EventUse>();
      for (const { field, path } of mappings.flatMap(variablesIn)) {
        const steps = belowData(path);
        if (steps) found.set(JSON.stringify([field, steps]), { ...component, inPort, field, steps });
      }
      return [...found.values()];
    });
  });
}

/**
 * Does what is taken out hang on a field? `field`: on it, or on what is below it; `whole`: on a value that holds it. One
 * item of a list stands for all.
 */
export function hangsOn(used: PathStep[], field: PathStep[]): 'field' | 'whole' | undefined {
  const common = Math.min(used.length, field.length);
  for (let depth = 0; depth < common; depth += 1) {
    const step = field[depth]!;
    const same = typeof step === 'number' ? indexOf(used[depth]!) !== undefined : step === used[depth];
    if (!same) return undefined;
  }
  return used.length >= field.length ? 'field' : 'whole';
}

function triggersOf(descriptor: Descriptor, catalogue: Catalogue, event: string): Set<string> {
  const triggers = Object.entries(descriptor).filter(([, { type, disabled, config }]) => {
    if (disabled || own(config?.properties, 'event') !== event) return false;
    const manifest = catalogue.component(type)?.manifest;
    return manifest !== undefined && isTrigger(manifest);
  });
  return new Set(triggers.map(([id]) => id));
}

function variablesIn({ lambda, modifiers }: Mapping): { field: string; path: VariablePath }[] {
  return Object.entries(lambda ?? {}).flatMap(([field, template]) =>
    placeholdersIn(template).flatMap((placeholder) => {
      const { variable, functions = [] } = own(own(modifiers, field), placeholder) ?? {};
      const path = variable === undefined ? pathOfPlaceholder(placeholder) : parsePath(variable);
      if (!path) return [];
      const taken = placesTaken(functions);
      return taken.map((steps) => ({ field, path: { ...path, steps: [...path.steps, ...steps] } }));
    }),
  );
}
