import type { FlowNode, Mapping } from './descriptor.ts';
import { isRecord } from './record.ts';

/** The new id of a component, or the same id for one that keeps it. */
export type Rename = (id: string) => string;

const deepestLambda = 500;

const pathStart = /^(\s*\$\.)([^.[\]]+)/;
const placeholderStart = /(\{\{\{\s*\$\.)([^.[\]{}]+)/g;

/** The node with every id of a component in it renamed: its senders, its mappings' keys, its variables. */
export function renameIds(node: FlowNode, rename: Rename): FlowNode {
  const { source, config } = node;
  const transform = config?.transform;
  return {
    ...node,
    ...(source && { source: mapValues(source, (senders) => mapKeys(senders, rename)) }),
    ...(config && {
      config: {
        ...config,
        ...(transform && {
          transform: mapValues(transform, (senders) =>
            mapValues(mapKeys(senders, rename), (ports) =>
              mapValues(ports, (mapping) => renameInMapping(mapping, rename)),
            ),
          ),
        }),
      },
    }),
  };
}

/** `$.old.out.name` → `$.new.out.name`; any other text as it is. */
export function renameInPath(path: string, rename: Rename): string {
  return path.replace(pathStart, (_, start: string, id: string) => start + rename(id));
}

function renameInMapping(mapping: Mapping, rename: Rename): Mapping {
  const { modifiers, lambda } = mapping;
  return {
    ...mapping,
    ...(modifiers && {
      modifiers: mapValues(modifiers, (references) =>
        mapValues(references, (reference) => ({
          ...reference,
          ...(reference.variable !== undefined && { variable: renameInPath(reference.variable, rename) }),
        })),
      ),
    }),
    ...(lambda && { lambda: mapValues(lambda, (value) => renameInTemplates(value, rename)) }),
  };
}

/** Old documents hold variables as text: `{{{$.id.port.name}}}`. Below the deepest level nothing can run. */
function renameInTemplates(value: unknown, rename: Rename, depth = 0): unknown {
  if (typeof value === 'string') {
    return value.replace(placeholderStart, (_, start: string, id: string) => start + rename(id));
  }
  if (depth >= deepestLambda) return value;
  if (Array.isArray(value)) return value.map((item) => renameInTemplates(item, rename, depth + 1));
  return isRecord(value) ? mapValues(value, (item) => renameInTemplates(item, rename, depth + 1)) : value;
}

function mapValues<From, To>(map: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function mapKeys<Value>(map: Record<string, Value>, change: Rename): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [change(key), value]));
}
