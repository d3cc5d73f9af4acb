import { ancestryOf } from './ancestors.ts';
import type { Catalogue } from './definition.ts';
import type { Descriptor, FlowNode } from './descriptor.ts';
import { incoming, topologicalOrder } from './graph.ts';
import { idleComponents } from './idle.ts';
import { isTrigger } from './manifest.ts';
import { message } from './messages/message.ts';
import { linkProblems } from './problems/links.ts';
import type { Finding, Problem } from './problems/problem.ts';
import { propertyProblems } from './problems/properties.ts';
import type { Surroundings } from './problems/references.ts';

export type { Problem, ProblemCell, ProblemKind, ProblemPlace } from './problems/problem.ts';
export { inputVisible } from './visibility.ts';

/**
 * The problems that keep a flow from running. An Event Data Example that is not JSON is not among them: it serves the
 * author alone, and flows of other tools run with one.
 */
export function hindrancesOf(descriptor: Descriptor, catalogue: Catalogue): Problem[] {
  return problemsOf(descriptor, catalogue).filter((problem) => problem.kind !== 'bad-example');
}

/** Everything an author should mend before publishing, along the flow; idle components are left out. */
export function problemsOf(descriptor: Descriptor, catalogue: Catalogue): Problem[] {
  const surroundings: Surroundings = { descriptor, catalogue, isUpstream: upstreamTest(descriptor) };
  const idle = idleComponents(descriptor);
  const active = topologicalOrder(descriptor).filter((id) => !idle.has(id));
  const found = active.flatMap((id) =>
    componentProblems(surroundings, id, descriptor[id]!).map((problem) => ({ componentId: id, ...problem })),
  );
  return hasTrigger(descriptor, catalogue)
    ? found
    : [
        {
          componentId: '',
          kind: 'no-trigger',
          message: message('problem.noTrigger'),
          place: { part: 'flow' },
        },
        ...found,
      ];
}

function componentProblems(surroundings: Surroundings, id: string, node: FlowNode): Finding[] {
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

/** Most variables come from right above; only one from further up needs to know the whole ancestry. */
function upstreamTest(descriptor: Descriptor): Surroundings['isUpstream'] {
  let ancestry: Surroundings['isUpstream'] | undefined;
  return (upstream, downstream) => {
    if (upstream !== downstream && incoming(descriptor, downstream).some(({ from }) => from === upstream)) {
      return true;
    }
    ancestry ??= ancestryOf(descriptor);
    return ancestry(upstream, downstream);
  };
}
