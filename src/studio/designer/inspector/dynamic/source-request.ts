import type { DynamicSource } from '../../../../flow/manifest.ts';
import { isRecord, own } from '../../../../flow/record.ts';

/** The component's current values, which a source may refer to. */
export type SourceValues = {
  properties: Record<string, unknown>;
  /** By in port. */
  inputs: Record<string, Record<string, unknown>>;
};

/** A static call (INTERFACE §2.4). */
export type SourceRequest = {
  params: { vendor: string; service: string; module: string; component: string };
  outPort: string;
  properties: Record<string, unknown>;
  messages: Record<string, unknown>;
  /** The component's function that makes its answer into options or an inspector: `./transformers#listsToSelect`. */
  transform?: string;
};

/** The call that a source means, its references replaced; undefined when its URL is none of a component. */
export function sourceRequest(source: DynamicSource, values: SourceValues): SourceRequest | undefined {
  const parts = /^\/component\/(\w+)\/(\w+)\/(\w+)\/(\w+)\?(.*)$/.exec(source.url);
  if (!parts) return undefined;
  const [, vendor = '', service = '', module = '', component = '', query = ''] = parts;
  return {
    params: { vendor, service, module, component },
    outPort: new URLSearchParams(query).get('outPort') ?? '',
    properties: resolveMembers(source.data?.properties, values),
    messages: resolveMembers(source.data?.messages, values),
    ...(typeof source.data?.transform === 'string' ? { transform: source.data.transform } : {}),
  };
}

function resolveMembers(
  members: Record<string, unknown> | undefined,
  values: SourceValues,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members ?? {}).map(([name, value]) => [name, resolve(value, values)]),
  );
}

/** `properties/<name>` and `inputs/<inPort>/<field>` stand for current values; everything else is as it is. */
function resolve(value: unknown, values: SourceValues): unknown {
  if (isRecord(value)) return resolveMembers(value, values);
  if (typeof value !== 'string') return value;
  const [kind, first = '', ...rest] = value.split('/');
  if (kind === 'properties' && first !== '' && rest.length === 0) return own(values.properties, first);
  if (kind === 'inputs' && rest.length > 0) return own(own(values.inputs, first), rest.join('/'));
  return value;
}
