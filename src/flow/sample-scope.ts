import type { Field } from './fields.ts';
import type { VariablePort } from './outputs.ts';
import type { Scope } from './path.ts';

/**
 * The scope of a pass in which every component has emitted its example, as far as one is known. It shares the values of
 * the example and copies none.
 */
export function sampleScope(groups: readonly { componentId: string; ports: VariablePort[] }[]): Scope {
  return Object.fromEntries(
    groups.map(({ componentId, ports }) => [
      componentId,
      Object.fromEntries(
        ports.flatMap(({ port, fields }) => {
          const message = ownSamples(fields);
          return message ? [[port, message] as const] : [];
        }),
      ),
    ]),
  );
}

/** The value that a field stands for in the example; undefined where none is known. */
export function sampleOf({ sample, whole, types, children }: Field): unknown {
  if (sample !== undefined) return sample;
  if (whole !== undefined) return whole;
  if (!children) return undefined;
  if (!types.includes('array')) return ownSamples(children);
  const item = children.find(({ step }) => typeof step === 'number');
  const value = item && sampleOf(item);
  return value === undefined ? undefined : [value];
}

function ownSamples(fields: readonly Field[]): Record<string, unknown> | undefined {
  const known = fields.flatMap((field) => {
    const value = sampleOf(field);
    return value === undefined ? [] : [[String(field.step), value] as const];
  });
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
