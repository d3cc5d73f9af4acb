import { atOnce } from './at-once.ts';
import type { Catalogue } from './definition.ts';
import type { Descriptor, FlowNode } from './descriptor.ts';
import { topologicalOrder } from './graph.ts';
import { idleComponents } from './idle.ts';
import { isTrigger } from './manifest.ts';
import { message } from './messages/message.ts';
import { affectedBy } from './problems/affected.ts';
import { linkProblems } from './problems/links.ts';
import type { Finding, Problem, ProblemKind } from './problems/problem.ts';
import { propertyProblems } from './problems/properties.ts';
import type { Surroundings } from './problems/references.ts';
import { upstreamTest } from './problems/upstream.ts';
import { sameValue } from './same-value.ts';

export type { Problem, ProblemCell, ProblemKind, ProblemPlace } from './problems/problem.ts';
export { inputVisible } from './visibility.ts';

/** What only the example tells, which serves the author alone: flows of other tools run with any. */
const toldByExample = new Set<ProblemKind>(['bad-example', 'refused-value']);

/**
 * The problems that keep a flow from running: not an Event Data Example that is not JSON, nor a modifier that could not
 * work on what it has.
 */
export function hindrancesOf(descriptor: Descriptor, catalogue: Catalogue): Problem[] {
  return problemsOf(descriptor, catalogue).filter(({ kind }) => !toldByExample.has(kind));
}

/**
 * Does a problem keep its author from starting and publishing? A value that a modifier refuses is but the example's: that
 * is shown, and events may well have another one there.
 */
export function refuses({ kind }: Problem): boolean {
  return kind !== 'refused-value';
}

/** Everything an author should mend before publishing, along the flow; idle components are left out. */
export function problemsOf(descriptor: Descriptor, catalogue: Catalogue): Problem[] {
  return followProblems(catalogue)(descriptor);
}

type Looked = { descriptor: Descriptor; found: Map<string, Problem[]>; problems: Problem[] };

/** Looks for the problems of a flow; it may rest after each step, and gives them at the end. */
export type ProblemSearch = Iterator<void, Problem[], void>;

/**
 * `problemsOf` for one version of a flow after the other: it looks again only at what the change can concern, and gives
 * the very same list when nothing about it is new.
 */
export function followProblems(catalogue: Catalogue): (descriptor: Descriptor) => Problem[] {
  const searchIn = searchProblems(catalogue);
  return (descriptor) => atOnce(searchIn(descriptor));
}

/** `followProblems` in steps of one component. What is not searched to its end changes nothing for the next. */
export function searchProblems(catalogue: Catalogue): (descriptor: Descriptor) => ProblemSearch {
  let before: Looked | undefined;
  return function* search(descriptor) {
    if (before?.descriptor === descriptor) return before.problems;
    const affected = before && affectedBy(before.descriptor, descriptor);
    const surroundings: Surroundings = { descriptor, catalogue, isUpstream: upstreamTest(descriptor) };
    const idle = idleComponents(descriptor);
    const found = new Map<string, Problem[]>();
    for (const id of topologicalOrder(descriptor)) {
      if (idle.has(id)) continue;
      const known = before?.found.get(id);
      const holds = known?.length === 0 && !affected?.has(id);
      found.set(id, holds ? known : componentProblems(surroundings, id, descriptor[id]!));
      if (!holds) yield;
    }
    const problems = [...flowProblems(descriptor, catalogue), ...[...found.values()].flat()];
    before = {
      descriptor,
      found,
      problems: sameValue(before?.problems, problems) ? before!.problems : problems,
    };
    return before.problems;
  };
}

function flowProblems(descriptor: Descriptor, catalogue: Catalogue): Problem[] {
  if (hasTrigger(descriptor, catalogue)) return [];
  return [
    {
      componentId: '',
      kind: 'no-trigger',
      message: message('problem.noTrigger'),
      place: { part: 'flow' },
    },
  ];
}

function componentProblems(surroundings: Surroundings, id: string, node: FlowNode): Problem[] {
  return findingsOf(surroundings, id, node).map((finding) => ({ componentId: id, ...finding }));
}

function findingsOf(surroundings: Surroundings, id: string, node: FlowNode): Finding[] {
  const manifest = surroundings.catalogue.component(node.type)?.manifest;
  if (!manifest) {
    return [
      {
        kind: 'unknown-component',
        message: message('problem.notInstalled', { type: node.type }),
        place: { part: 'component' },
      },
    ];
  }
  return [...propertyProblems(node, manifest), ...linkProblems(surroundings, { id, node, manifest })];
}

function hasTrigger(descriptor: Descriptor, catalogue: Catalogue): boolean {
  return Object.values(descriptor).some(({ type, disabled }) => {
    if (disabled) return false;
    const manifest = catalogue.component(type)?.manifest;
    return manifest !== undefined && isTrigger(manifest);
  });
}
