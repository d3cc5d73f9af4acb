import type { stepsOf } from './engine.ts';
import type { ExpectedStep } from './scenario-model.ts';
import { type Scenario, stepIndex } from './scenario.ts';

export type ActualStep = Awaited<ReturnType<typeof stepsOf>>[number];

/** As the reference names it, and without what it cannot know. */
export type Step = Pick<ActualStep, 'status' | 'input' | 'outputs' | 'error'> & { componentId: string };

/** Has it effects outside? */
export function isEffect({ steps }: Scenario, componentId: string): boolean {
  return steps[stepIndex(componentId)]?.kind === 'act';
}

/** The paths of the reference, by those of the steps: of each step itself, and of what it leads to. */
export function pathsOf(steps: ActualStep[], groups: ReadonlyMap<string, string>) {
  const own = new Map<string, string>();
  const onward = new Map<string, string>();
  const emissions = new Map<string, number>();
  for (const { path, outputs } of steps) {
    const cut = path.lastIndexOf('.');
    const renamed = cut < 0 ? path : `${onward.get(path.slice(0, cut))}${path.slice(cut)}`;
    const group = groups.get(renamed);
    own.set(path, renamed);
    onward.set(path, renamed);
    if (group === undefined || !outputs?.length) continue;
    const nth = emissions.get(group) ?? 0;
    emissions.set(group, nth + 1);
    onward.set(path, `${group}#${nth}`);
  }
  return { own, onward };
}

/** The steps by the paths of the reference. */
export function named(steps: ActualStep[], groups: ReadonlyMap<string, string>): Map<string, Step> {
  const { own, onward } = pathsOf(steps, groups);
  const all = new Map<string, Step>();
  for (const { path, component_id: componentId, status, input, outputs, error } of steps) {
    const step = { componentId, status, input, outputs, error } as Step;
    const [itself, next] = [own.get(path)!, onward.get(path)!];
    all.set(itself, plain(itself === next ? step : { ...step, outputs: [] }));
    if (itself !== next) all.set(next, plain({ ...step, input: null }));
  }
  return all;
}

/** The correlation id of an Each says on which run and by which path it came; when another attempt was to be is chance. */
const unknown = new Set(['correlationId', 'retryAt', 'attempts']);

/** Without what the reference cannot know. */
export function plain(step: ExpectedStep | Step): Step {
  return JSON.parse(JSON.stringify(step), (key, value: unknown) =>
    unknown.has(key) ? undefined : value,
  ) as Step;
}
