import type { FlowNode, FunctionCall, Mapping, Reference } from '../descriptor.ts';
import type { PathStep } from '../fields.ts';
import { message } from '../messages/message.ts';
import { type ChainStage, followChain } from '../modifiers/chain.ts';
import { formatPath, parsePath, type VariablePath } from '../path.ts';
import { isRecord, own } from '../record.ts';
import { pathOfPlaceholder, splitTemplate } from '../template.ts';
import { type Operation, updateNode } from './operation.ts';

const deepestLambda = 500;

/** In the inputs of one component, one variable takes the place of another. Both as `formatPath` writes them. */
export type Remapping = { componentId: string; from: string; to: string };

/**
 * Lets inputs refer to other variables: their references, the variables that old documents hold as text, and what the
 * modifiers of a variable take of it by a path (a re-mapping of the whole path).
 */
export function remapReferences({ remappings }: { remappings: readonly Remapping[] }): Operation {
  const byComponent = Map.groupBy(remappings, ({ componentId }) => componentId);
  return {
    name: message('operation.remap', { count: new Set(remappings.map(({ from }) => from)).size }),
    apply: (descriptor) =>
      [...byComponent].reduce(
        (current, [id, own]) =>
          updateNode(current, id, (node) => remapped(node, new Map(own.map(({ from, to }) => [from, to])))),
        descriptor,
      ),
  };
}

function remapped(node: FlowNode, to: ReadonlyMap<string, string>): FlowNode {
  const transform = node.config?.transform;
  if (!transform) return node;
  const changed = mapValues(transform, (senders) =>
    mapValues(senders, (ports) => mapValues(ports, (mapping) => remappedMapping(mapping, to))),
  );
  return changed === transform ? node : { ...node, config: { ...node.config, transform: changed } };
}

function remappedMapping(mapping: Mapping, to: ReadonlyMap<string, string>): Mapping {
  const { modifiers, lambda } = mapping;
  const newModifiers =
    modifiers &&
    mapValues(modifiers, (references) =>
      mapValues(references, (reference) => {
        const path = reference.variable === undefined ? undefined : parsePath(reference.variable);
        return path ? remappedReference(reference, path, to) : reference;
      }),
    );
  const newLambda =
    lambda &&
    mapValues(lambda, (value, field) =>
      mapTexts(value, (text) => remappedText(text, to, (id) => own(own(modifiers, field), id) !== undefined)),
    );
  if (newModifiers === modifiers && newLambda === lambda) return mapping;
  return {
    ...mapping,
    ...(newModifiers && { modifiers: newModifiers }),
    ...(newLambda && { lambda: newLambda }),
  };
}

function remappedReference(
  reference: Reference,
  path: VariablePath,
  to: ReadonlyMap<string, string>,
): Reference {
  const variable = to.get(formatPath(path));
  const changed = variable === undefined ? reference : { ...reference, variable };
  const { functions } = reference;
  if (!functions || functions.length === 0) return changed;
  const moved: FunctionCall[] = [];
  for (const stage of followChain(functions).stages) {
    moved.push(movedCall(stage, path, moved, variable ?? formatPath(path), to));
  }
  return moved.every((one, at) => one === functions[at]) ? changed : { ...changed, functions: moved };
}

/** A modifier with the path at which now stands what it looked at. `before` are those before it, moved already. */
function movedCall(
  { call, argument }: ChainStage,
  path: VariablePath,
  before: readonly FunctionCall[],
  variable: string,
  to: ReadonlyMap<string, string>,
): FunctionCall {
  if (!argument) return call;
  const inner = to.get(formatPath({ ...path, steps: [...path.steps, ...argument.place.steps] }));
  const given = followChain(before).result;
  const outer = parsePath(variable);
  if (inner === undefined || !given || !outer) return call;
  const steps = stepsBelow(inner, formatPath({ ...outer, steps: [...outer.steps, ...given.steps] }));
  return steps ? argument.path.with([...argument.path.steps.slice(0, given.lists), ...steps]) : call;
}

/** What is left of a path behind another one; undefined where it does not lead through that. */
function stepsBelow(inner: string, outer: string): PathStep[] | undefined {
  const [below, above] = [parsePath(inner), parsePath(outer)];
  if (
    !below ||
    !above ||
    formatPath({ ...below, steps: below.steps.slice(0, above.steps.length) }) !== outer
  ) {
    return undefined;
  }
  return below.steps.slice(above.steps.length);
}

function remappedText(
  text: string,
  to: ReadonlyMap<string, string>,
  isId: (placeholder: string) => boolean,
): string {
  if (!text.includes('{{{$.')) return text;
  return splitTemplate(text)
    .map((part) => {
      if ('text' in part) return part.text;
      const path = isId(part.placeholder) ? undefined : pathOfPlaceholder(part.placeholder);
      const variable = path && to.get(formatPath(path));
      return `{{{${variable === undefined ? part.placeholder : written(variable, part.placeholder)}}}}`;
    })
    .join('');
}

/** Inside a JSON text the quotes of a path's keys stand escaped, so those of the new one do, too. */
function written(variable: string, instead: string): string {
  return parsePath(instead) ? variable : variable.replaceAll(/["\\]/g, String.raw`\$&`);
}

/** Below the deepest level nothing can run. */
function mapTexts(value: unknown, map: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null || depth >= deepestLambda) return value;
  if (isRecord(value)) return mapValues(value, (inner) => mapTexts(inner, map, depth + 1));
  if (!Array.isArray(value)) return value;
  const items: unknown[] = value.map((inner) => mapTexts(inner, map, depth + 1));
  return items.every((item, index) => item === value[index]) ? value : items;
}

/** The very same map where every value stays. */
function mapValues<Value>(
  map: Record<string, Value>,
  change: (value: Value, key: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(map).map(([key, value]) => [key, change(value, key)] as const);
  return entries.every(([key, value]) => value === map[key]) ? map : Object.fromEntries(entries);
}
