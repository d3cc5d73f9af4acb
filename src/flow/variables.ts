import { errorPort } from './connection.ts';
import type { Catalogue } from './definition.ts';
import type { Descriptor, FlowNode } from './descriptor.ts';
import { fieldAt, indexOf } from './field-at.ts';
import type { Field, PathStep } from './fields.ts';
import { distancesUpstream, nodeOf, outgoing } from './graph.ts';
import { labelOfNode } from './label.ts';
import { message, type Message, type Words } from './messages/message.ts';
import { configOf, outputsOf, portsOf, type VariablePort } from './outputs.ts';
import { formatPath, type VariablePath } from './path.ts';

export { configOf, outputsOf, type VariablePort };

/** What one upstream component offers; `distance` counts the links between. */
export type VariableGroup = {
  componentId: string;
  label: string;
  type: string;
  distance: number;
  ports: VariablePort[];
};

/** `lost` is what is not there of the variable. */
export type FoundField =
  { found: true; field: Field } | { found: false; lost: 'component' | 'port' | 'field'; reason: Message };

/** What the component `id` may refer to, nearest first. An `error` port is offered where its messages arrive. */
export function variablesFor(descriptor: Descriptor, catalogue: Catalogue, id: string): VariableGroup[] {
  const distances = distancesUpstream(descriptor, id);
  return [...distances].flatMap(([componentId, distance]) => {
    const node = nodeOf(descriptor, componentId);
    if (!node) return [];
    const failureArrives = outgoing(descriptor, componentId).some(
      (link) => link.outPort === errorPort && (link.to === id || distances.has(link.to)),
    );
    return {
      componentId,
      label: labelOfNode(catalogue, node),
      type: node.type,
      distance,
      ports: portsOf(descriptor, catalogue, componentId).filter(
        ({ port }) => port !== errorPort || failureArrives,
      ),
    };
  });
}

/** Looks a variable up among the outputs of its component, wherever that stands in the flow. */
export function findField(descriptor: Descriptor, catalogue: Catalogue, path: VariablePath): FoundField {
  const node = nodeOf(descriptor, path.componentId);
  if (!node) return { found: false, lost: 'component', reason: message('variable.originGone') };
  const ports = portsOf(descriptor, catalogue, path.componentId);
  const tree = ports.find(({ port }) => port === path.port);
  const component = labelOfNode(catalogue, node);
  if (!tree) {
    const reason = message('variable.noOutput', { component, port: path.port });
    return { found: false, lost: 'port', reason };
  }
  if (path.steps.length === 0) {
    const below = tree.open ? { open: true } : { children: tree.fields };
    return { found: true, field: { step: path.port, label: path.port, types: ['object'], ...below } };
  }
  const search = fieldAt(tree, path.steps);
  if (search.found) return search;
  const part = missingPart(path.steps, search.depth);
  const origin = originOf(node, catalogue, path.port);
  return { found: false, lost: 'field', reason: message('variable.missing', { component, part, origin }) };
}

/** The steps of a path as people read them: `issue.labels[0].name`. */
export function stepsInWords(steps: PathStep[]): string {
  return formatPath({ componentId: 'c', port: 'p', steps }).slice('$.c.p'.length).replace(/^\./, '');
}

function missingPart(steps: PathStep[], depth: number): Words {
  const lost = steps[depth];
  return depth > 0 && lost !== undefined && indexOf(lost) !== undefined
    ? message('variable.list', { path: stepsInWords(steps.slice(0, depth)) })
    : stepsInWords(steps.slice(0, depth + 1));
}

/** Where an author can look: the JSON example the outputs come from, else the out port. */
function originOf(node: FlowNode, catalogue: Catalogue, port: string): Words {
  const definition = catalogue.component(node.type);
  const inputs = Object.values(definition?.manifest.properties?.inspector?.inputs ?? {});
  const example = inputs.find((input) => input['encoding'] === 'json');
  return definition?.outputs && example?.label && port !== errorPort
    ? example.label
    : message('variable.output', { port });
}
