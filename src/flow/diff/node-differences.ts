import type { Descriptor, FlowNode, Mapping, Reference } from '../descriptor.ts';
import { incoming, type Link, nodeOf, sameLink } from '../graph.ts';
import { mappingOf } from '../operations/links.ts';
import { own } from '../record.ts';
import { sameValue } from '../same-value.ts';

/** A field of a link: its value, and what the placeholders in it stand for. */
export type InputValue = { value: unknown; references: Record<string, Reference> };

/** One thing in which a component differs. `undefined` means that it is not there. */
export type Difference =
  | { part: 'label' | 'type' | 'position' | 'disabled' | 'errorHandling'; before: unknown; after: unknown }
  | { part: 'property'; name: string; before: unknown; after: unknown }
  | { part: 'input'; link: Link; field: string; before: InputValue; after: InputValue }
  /** A member that this version of the product knows nothing about. */
  | { part: 'other'; name: string; before: unknown; after: unknown };

/** Compared one by one below; `version` is stamped by the server and no edit of anybody's. */
const comparedApart = new Set([
  'type',
  'version',
  'label',
  'x',
  'y',
  'disabled',
  'source',
  'config',
  'errorHandling',
]);

/** In what a component differs that both flows have. Its links are not looked at, but for what fills their fields. */
export function nodeDifferences(id: string, before: Descriptor, after: Descriptor): Difference[] {
  const old = nodeOf(before, id);
  const now = nodeOf(after, id);
  if (!old || !now || old === now) return [];
  const differences: Difference[] = [];
  const compare = (difference: Difference) => {
    if (!sameValue(difference.before, difference.after)) differences.push(difference);
  };

  compare({ part: 'type', before: old.type, after: now.type });
  compare({ part: 'label', before: old.label || undefined, after: now.label || undefined });
  compare({ part: 'disabled', before: old.disabled ?? false, after: now.disabled ?? false });
  compareMembers(old.config?.properties, now.config?.properties, (name, member) =>
    compare({ part: 'property', name, ...member }),
  );
  const kept = incoming(before, id).filter((link) =>
    incoming(after, id).some((other) => sameLink(link, other)),
  );
  for (const link of kept) {
    const mappings = { before: mappingOf(old, link), after: mappingOf(now, link) };
    for (const field of fieldsOf(mappings.before, mappings.after)) {
      const at = (mapping: Mapping | undefined) => inputAt(mapping, field);
      compare({ part: 'input', link, field, before: at(mappings.before), after: at(mappings.after) });
    }
    compareMembers(restOfMapping(mappings.before), restOfMapping(mappings.after), (name, member) =>
      compare({ part: 'other', name, ...member }),
    );
  }
  compare({ part: 'errorHandling', before: old.errorHandling, after: now.errorHandling });
  for (const rest of [restOfNode, restOfConfig]) {
    compareMembers(rest(old), rest(now), (name, member) => compare({ part: 'other', name, ...member }));
  }
  compare({ part: 'position', before: { x: old.x, y: old.y }, after: { x: now.x, y: now.y } });
  return differences;
}

type Members = Record<string, unknown> | undefined;

function compareMembers(
  before: Members,
  after: Members,
  compare: (name: string, member: { before: unknown; after: unknown }) => void,
): void {
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    compare(name, { before: own(before, name), after: own(after, name) });
  }
}

function fieldsOf(...mappings: (Mapping | undefined)[]): Set<string> {
  return new Set(
    mappings.flatMap((mapping) => [
      ...Object.keys(mapping?.lambda ?? {}),
      ...Object.keys(mapping?.modifiers ?? {}),
    ]),
  );
}

function inputAt(mapping: Mapping | undefined, field: string): InputValue {
  return { value: own(mapping?.lambda, field), references: own(mapping?.modifiers, field) ?? {} };
}

function restOfNode(node: FlowNode): Members {
  return Object.fromEntries(Object.entries(node).filter(([name]) => !comparedApart.has(name)));
}

function restOfConfig({ config }: FlowNode): Members {
  const { properties: _properties, transform: _transform, ...rest } = config ?? {};
  return rest;
}

function restOfMapping(mapping: Mapping | undefined): Members {
  const { lambda: _lambda, modifiers: _modifiers, ...rest } = mapping ?? {};
  return rest;
}
