import type { Catalogue } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import { incoming, nodeOf, topologicalOrder } from '../graph.ts';
import type { Field } from '../fields.ts';
import { inPortsOf, type InspectorInput } from '../manifest.ts';
import { pathArgumentOf } from '../modifiers/path-argument.ts';
import { formatPath } from '../path.ts';
import { affectedBy } from '../problems/affected.ts';
import { inspect, type Inspected, rowsOf, shows } from '../problems/inspected.ts';
import type { ProblemCell } from '../problems/problem.ts';
import { type Lost, lookUp, type Surroundings } from '../problems/references.ts';
import { upstreamTest } from '../problems/upstream.ts';
import { mappingOf } from '../operations/links.ts';
import { own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { placeholdersIn, splitTemplate } from '../template.ts';
import { takes } from './input-types.ts';
import { type ReferenceUse, usesOfLink } from './reference-uses.ts';

/**
 * A variable that an input finds before a change and not after it, or of a type the input cannot take. What the first
 * modifier takes of a variable by a path counts as one, under the whole path.
 */
export type LostReference = ReferenceUse & {
  componentId: string;
  /** As `formatPath` writes it. */
  variable: string;
  /** Where in a field of rows. */
  cell?: ProblemCell;
  lost: Lost | 'type';
};

/**
 * What breaks when a flow becomes another one, along the flow: the variables of inputs that show. Those that are broken
 * already, or that come with the change, are not among them. Only what the change can concern is looked at.
 */
export function impactOf(before: Descriptor, after: Descriptor, catalogue: Catalogue): LostReference[] {
  if (before === after) return [];
  const affected = affectedBy(before, after);
  const then = { descriptor: before, catalogue, isUpstream: upstreamTest(before) };
  const now = { descriptor: after, catalogue, isUpstream: upstreamTest(after) };
  return topologicalOrder(after)
    .filter((id) => affected.has(id))
    .flatMap((id) => lostIn(id, then, now));
}

function lostIn(id: string, then: Surroundings, now: Surroundings): LostReference[] {
  const node = nodeOf(now.descriptor, id);
  const earlier = nodeOf(then.descriptor, id);
  if (!node || !earlier) return [];
  const manifest = now.catalogue.component(node.type)?.manifest;
  const usesBefore = incoming(then.descriptor, id).flatMap((link) => usesOfLink(earlier, link));
  if (usesBefore.length === 0) return [];
  return incoming(now.descriptor, id).flatMap((link) => {
    const port = manifest && inPortsOf(manifest).find(({ name }) => name === link.inPort);
    const inspected = inspect(port, mappingOf(node, link)?.lambda ?? {});
    return usesOfLink(node, link).flatMap((use): LostReference[] => {
      if (!shows(inspected, use.field)) return [];
      const found = lookUp(now, id, use.path);
      const mayLose = !found.found || use.functions.length > 0 || isWhole(inspected, use);
      if (!mayLose || !usesBefore.some((one) => isSame(one, use))) return [];
      const was = lookUp(then, id, use.path);
      if (!was.found) return [];
      const input = own(inspected.inputs, use.field);
      const lost = found.found ? typeLost(input, inspected, use, was.field, found.field) : found.lost;
      const cell = cellOf(inspected, use);
      const about = { ...use, componentId: id, ...(cell ? { cell } : {}) };
      return [
        ...(lost ? [{ ...about, variable: formatPath(use.path), lost }] : []),
        ...lostArgument(about, then, now),
      ];
    });
  });
}

function typeLost(
  input: InspectorInput | undefined,
  inspected: Inspected,
  use: ReferenceUse,
  was: Field,
  is: Field,
): 'type' | undefined {
  if (!isWhole(inspected, use)) return undefined;
  return takes(input, was.types) && !takes(input, is.types) ? 'type' : undefined;
}

/** What the first modifier takes of the value: deeper ones work on what nobody knows. */
function lostArgument(
  about: Omit<LostReference, 'variable' | 'lost'>,
  then: Surroundings,
  now: Surroundings,
): LostReference[] {
  const [first] = about.functions;
  const argument = first && pathArgumentOf(first);
  if (!argument) return [];
  const path = { ...about.path, steps: [...about.path.steps, ...argument.steps] };
  const found = lookUp(now, about.componentId, path);
  if (found.found || !lookUp(then, about.componentId, path).found) return [];
  return [{ ...about, path, variable: formatPath(path), lost: found.lost }];
}

/** The link may be another one: where a chain heals, and where a component is replaced, mappings move. */
function isSame(a: ReferenceUse, b: ReferenceUse): boolean {
  return (
    a.field === b.field &&
    a.placeholder === b.placeholder &&
    formatPath(a.path) === formatPath(b.path) &&
    sameValue(a.functions[0], b.functions[0])
  );
}

/** Does the input get the very value, unchanged by a modifier and with no text around it? */
function isWhole({ inputs, values }: Inspected, use: ReferenceUse): boolean {
  const value = own(values, use.field);
  if (use.functions.length > 0 || typeof value !== 'string' || own(inputs, use.field) === undefined)
    return false;
  return splitTemplate(value).length === 1;
}

function cellOf(
  { inputs, values }: Inspected,
  { field, placeholder }: ReferenceUse,
): ProblemCell | undefined {
  if (!own(inputs, field)?.fields) return undefined;
  for (const [row, columns] of rowsOf(own(values, field)).entries()) {
    for (const [column, value] of Object.entries(columns)) {
      if (placeholdersIn(value).includes(placeholder)) return { row, column };
    }
  }
  return undefined;
}
