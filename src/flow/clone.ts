import type { Descriptor } from './descriptor.ts';
import { isRecord } from './record.ts';
import { renameIds, type Rename } from './rename-ids.ts';

export type ClonedFlow = {
  descriptor: Descriptor;
  wizard: Record<string, unknown>;
  /** New component ids by old. */
  idMap: Record<string, string>;
};

/**
 * A copy of a flow under new component ids, which its links, mappings, variables and wizard fields follow.
 * `newId` is asked once for each component.
 */
export function cloneDescriptor(
  descriptor: Descriptor,
  wizard: Record<string, unknown>,
  newId: (oldId: string) => string,
): ClonedFlow {
  const idMap = Object.fromEntries(Object.keys(descriptor).map((id) => [id, newId(id)]));
  const rename: Rename = (id) => (Object.hasOwn(idMap, id) ? idMap[id]! : id);
  return {
    descriptor: Object.fromEntries(
      Object.entries(descriptor).map(([id, node]) => [rename(id), renameIds(node, rename)]),
    ),
    wizard: Array.isArray(wizard['fields'])
      ? { ...wizard, fields: wizard['fields'].map((field: unknown) => renameInField(field, rename)) }
      : wizard,
    idMap,
  };
}

function renameInField(field: unknown, rename: Rename): unknown {
  if (!isRecord(field)) return field;
  const { source, attrs } = field;
  return {
    ...field,
    ...(typeof source === 'string' && { source: renameInSource(source, rename) }),
    ...(isRecord(attrs) && { attrs: renameInAttributes(attrs, rename) }),
  };
}

/**
 * `<component>.config.properties.<name>`, or `<component>.config.transform.<inPort>.<sender>.<outPort>` with
 * `.lambda.<field>` behind it or not.
 */
function renameInSource(source: string, rename: Rename): string {
  const parts = source.split('.');
  const [component, config, section] = parts;
  if (component === undefined || config !== 'config') return source;
  parts[0] = rename(component);
  const sender = parts[4];
  if (section === 'transform' && sender !== undefined) parts[4] = rename(sender);
  return parts.join('.');
}

/** A field of type `account` names the components it stands for. */
function renameInAttributes(attrs: Record<string, unknown>, rename: Rename): Record<string, unknown> {
  const { components } = attrs;
  if (!Array.isArray(components)) return attrs;
  return {
    ...attrs,
    components: components.map((id: unknown) => (typeof id === 'string' ? rename(id) : id)),
  };
}
