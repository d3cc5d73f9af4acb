import type { Catalogue } from '../definition.ts';
import type { Descriptor, FunctionCall, Mapping, Reference } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import { componentLabel } from '../label.ts';
import { message, type Message } from '../messages/message.ts';
import { findModifier } from '../modifiers/catalogue.ts';
import { fieldOfPlace, refusalIn, refusalMessage } from '../modifiers/chain-refusal.ts';
import { parsePath, type VariablePath } from '../path.ts';
import { own } from '../record.ts';
import { pathOfPlaceholder, placeholdersIn } from '../template.ts';
import { findField, type FoundField, stepsInWords } from '../variables.ts';
import type { ProblemKind } from './problem.ts';

/** What a check of one flow looks things up in. `isUpstream(a, b)`: does a message pass `a` before it reaches `b`? */
export type Surroundings = {
  descriptor: Descriptor;
  catalogue: Catalogue;
  isUpstream: (upstream: string, downstream: string) => boolean;
};

export type ReferenceFault = { kind: ProblemKind; message: Message };

/**
 * What keeps a variable from being found: its component is gone, comes no longer before, has no such output, or its output
 * no such field.
 */
export type Lost = 'component' | 'order' | 'port' | 'field';

/** Looks a variable up as the component `at` sees it. */
export function lookUp(
  { descriptor, catalogue, isUpstream }: Surroundings,
  at: string,
  path: VariablePath,
): FoundField | { found: false; lost: 'order' } {
  if (nodeOf(descriptor, path.componentId) && !isUpstream(path.componentId, at)) {
    return { found: false, lost: 'order' };
  }
  return findField(descriptor, catalogue, path);
}

/** What is wrong with the variables and modifiers of one input, which people call `label`. */
export function referenceFaults(
  surroundings: Surroundings,
  use: { componentId: string; mapping: Mapping; field: string; label: string },
): ReferenceFault[] {
  const references = own(use.mapping.modifiers, use.field);
  return placeholdersIn(own(use.mapping.lambda, use.field)).flatMap((placeholder): ReferenceFault[] => {
    const reference = own(references, placeholder);
    if (reference) return faultsOfReference(surroundings, use, reference);
    const path = pathOfPlaceholder(placeholder);
    if (path) return faultsOfPath(surroundings, use, path);
    return [broken(message('problem.undefinedVariable', { field: use.label }))];
  });
}

function faultsOfReference(
  surroundings: Surroundings,
  use: { componentId: string; label: string },
  { variable, functions = [] }: Reference,
): ReferenceFault[] {
  const unknown = functions
    .filter(({ name }) => !findModifier(name) && !surroundings.catalogue.customModifier?.(name))
    .map(({ name }): ReferenceFault => ({
      kind: 'unknown-modifier',
      message: message('problem.unknownModifier', { field: use.label, modifier: name }),
    }));
  if (variable === undefined) {
    return functions.length > 0
      ? unknown
      : [broken(message('problem.undefinedVariable', { field: use.label }))];
  }
  const path = parsePath(variable);
  const faults = path
    ? faultsOfPath(surroundings, use, path)
    : [broken(message('problem.notPath', { field: use.label, variable }))];
  const refused = path && faults.length === 0 ? refusedBy(surroundings, use, { path, functions }) : [];
  return [...faults, ...unknown, ...refused];
}

/** That a modifier cannot work on what it is given, by all that is known of that. */
function refusedBy(
  surroundings: Surroundings,
  { componentId, label }: { componentId: string; label: string },
  { path, functions }: { path: VariablePath; functions: FunctionCall[] },
): ReferenceFault[] {
  const refusal = refusalIn(functions, (place) => {
    const found = lookUp(surroundings, componentId, { ...path, steps: [...path.steps, ...place.steps] });
    return fieldOfPlace(place, found.found ? found.field : undefined);
  });
  if (!refusal) return [];
  const variable = stepsInWords(path.steps) || path.port;
  const reason = refusalMessage(refusal);
  return [{ kind: 'refused-value', message: message('problem.refused', { field: label, variable, reason }) }];
}

function faultsOfPath(
  surroundings: Surroundings,
  { componentId, label: field }: { componentId: string; label: string },
  path: VariablePath,
): ReferenceFault[] {
  const { descriptor, catalogue } = surroundings;
  const found = lookUp(surroundings, componentId, path);
  if (found.found) return [];
  const variable = () => stepsInWords(path.steps) || path.port;
  if (found.lost === 'component')
    return [broken(message('problem.originGone', { field, variable: variable() }))];
  if (found.lost === 'order') {
    const component = componentLabel(descriptor, catalogue, path.componentId);
    return [broken(message('problem.notBefore', { field, variable: variable(), component }))];
  }
  return [broken(message('problem.noVariable', { field, reason: found.reason }))];
}

function broken(said: Message): ReferenceFault {
  return { kind: 'broken-variable', message: said };
}
