import type { Catalogue } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import { incoming, nodeOf, topologicalOrder } from '../graph.ts';
import type { Field, PathStep } from '../fields.ts';
import { type Expectation, expectationOf, misfitOf } from '../fit.ts';
import { inPortsOf } from '../manifest.ts';
import { type ChainPlace, followChain } from '../modifiers/chain.ts';
import { fieldOfPlace, refusalMessage, refusesGiven } from '../modifiers/chain-refusal.ts';
import type { Message } from '../messages/message.ts';
import { formatPath, type VariablePath } from '../path.ts';
import { affectedBy } from '../problems/affected.ts';
import { inspect, type Inspected, rowsOf, shows } from '../problems/inspected.ts';
import type { ProblemCell } from '../problems/problem.ts';
import { type Lost, lookUp, type Surroundings } from '../problems/references.ts';
import { upstreamTest } from '../problems/upstream.ts';
import { mappingOf } from '../operations/links.ts';
import { own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { placeholdersIn, splitTemplate } from '../template.ts';
import { type ReferenceUse, usesOfLink } from './reference-uses.ts';

/**
 * A variable that an input finds before a change and not after it, or of a type the input, or one of its modifiers, cannot
 * take. What a modifier takes of a variable by a path counts as one, under the whole path.
 */
export type LostReference = ReferenceUse & {
  componentId: string;
  /** As `formatPath` writes it. */
  variable: string;
  /** Where in a field of rows. */
  cell?: ProblemCell;
  lost: Lost | 'type';
  /** Of a type that a modifier cannot take: which one, and what it is given. */
  refused?: Message;
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
      const cell = cellOf(inspected, use);
      const expects = expectationIn(inspected, use, cell);
      const mayLose = !found.found || use.functions.length > 0 || expects !== undefined;
      if (!mayLose || !usesBefore.some((one) => isSame(one, use))) return [];
      if (!lookUp(then, id, use.path).found) return [];
      const about = { ...use, componentId: id, ...(cell ? { cell } : {}) };
      const along = lostAlong(about, then, now);
      if (!found.found) return [{ ...about, variable: formatPath(use.path), lost: found.lost }, ...along];
      return along.length > 0 ? along : typeLost(about, expects, then, now);
    });
  });
}

type About = Omit<LostReference, 'variable' | 'lost'>;

/** What the modifiers look at by a path, and the first that cannot work any more on what it is given. */
function lostAlong(about: About, then: Surroundings, now: Surroundings): LostReference[] {
  const losses: LostReference[] = [];
  for (const { call, given, argument } of followChain(about.functions).stages) {
    if (!given) break;
    const [was, is] = [fieldAtPlace(then, about, given), fieldAtPlace(now, about, given)];
    if (was && is && refusesGiven(call, is) && !refusesGiven(call, was)) {
      const refused = refusalMessage({ call, given: is });
      return [...losses, { ...lossAt(about, given.steps, 'type'), refused }];
    }
    const path = argument && pathAt(about, argument.place.steps);
    const found = path && lookUp(now, about.componentId, path);
    if (found && !found.found && lookUp(then, about.componentId, path).found) {
      losses.push(lossAt(about, argument.place.steps, found.lost));
    }
  }
  return losses;
}

/** That the input gets something it cannot take: of what its modifiers give, as far as that is known. */
function typeLost(
  about: About,
  expects: Expectation | undefined,
  then: Surroundings,
  now: Surroundings,
): LostReference[] {
  const { result } = followChain(about.functions);
  if (!expects || !result) return [];
  const [was, is] = [fieldAtPlace(then, about, result), fieldAtPlace(now, about, result)];
  return was && is && !misfitOf(was, expects) && misfitOf(is, expects)
    ? [lossAt(about, result.steps, 'type')]
    : [];
}

/** What is known of a value that modifiers have made; undefined where it is not found. */
function fieldAtPlace(surroundings: Surroundings, about: About, place: ChainPlace): Field | undefined {
  const found = lookUp(surroundings, about.componentId, pathAt(about, place.steps));
  return fieldOfPlace(place, found.found ? found.field : undefined);
}

function lossAt(about: About, steps: PathStep[], lost: LostReference['lost']): LostReference {
  const path = pathAt(about, steps);
  return { ...about, path, variable: formatPath(path), lost };
}

function pathAt({ path }: About, steps: PathStep[]): VariablePath {
  return { ...path, steps: [...path.steps, ...steps] };
}

/** The link may be another one: where a chain heals, and where a component is replaced, mappings move. */
function isSame(a: ReferenceUse, b: ReferenceUse): boolean {
  return (
    a.field === b.field &&
    a.placeholder === b.placeholder &&
    formatPath(a.path) === formatPath(b.path) &&
    sameValue(a.functions, b.functions)
  );
}

/** What is expected where a variable stands alone; around one with text there is nothing but text. */
function expectationIn(
  { inputs, values }: Inspected,
  use: ReferenceUse,
  cell: ProblemCell | undefined,
): Expectation | undefined {
  const input = own(inputs, use.field);
  const value = own(values, use.field);
  const [shown, text] = cell
    ? [own(input?.fields, cell.column), own(rowsOf(value)[cell.row], cell.column)]
    : [input, value];
  return shown && typeof text === 'string' && splitTemplate(text).length === 1
    ? expectationOf(shown)
    : undefined;
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
