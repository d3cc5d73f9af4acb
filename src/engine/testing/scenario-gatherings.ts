import { linksFrom, type Scenario, stepId } from './scenario.ts';

/** The messages that led to one: of each component the step, and which of its messages, unless there were several. */
export type Way = ReadonlyMap<number, { path: string; messageNo: number | undefined }>;

export type Arrival = { index: number; inPort: string; sender: number; content: unknown; way: Way };

type Group = { path: string; arrived: Arrival[]; way: Way; emissions: number };

/** What comes of an arrival: where it belongs, and what goes on from there, if it does now. */
export type Gathered = { group: string; emission?: { path: string; content: unknown; way: Way } };

/**
 * The reference of components that put messages together: those whose ways passed the same components as the same
 * messages. Which of them comes last is chance, so what goes on has a path of its group, and has come by all their ways.
 */
export function gatheringsOf(scenario: Scenario): (arrival: Arrival, count: number) => Gathered {
  const groups = new Map<string, Group>();
  return (arrival, count) => {
    const path = `${stepId(arrival.index)}(${belonging(scenario, arrival)})`;
    const group = groups.get(path) ?? { path, arrived: [], way: arrival.way, emissions: 0 };
    groups.set(path, group);
    group.arrived.push(arrival);
    group.way = bothWays(group.way, arrival.way);
    const content = goesOn(scenario, group, arrival, count);
    if (!content) return { group: path };
    const emission = { path: `${path}#${group.emissions++}`, content, way: group.way };
    return { group: path, emission };
  };
}

function goesOn(scenario: Scenario, group: Group, { index }: Arrival, count: number): object | undefined {
  const { arrived, emissions } = group;
  if (scenario.steps[index]!.kind === 'join') {
    const senders = new Set(scenario.steps[index]!.from.map(({ sender }) => sender));
    const complete = [...senders].map((sender) => arrived.filter((one) => one.sender === sender).length);
    return Math.min(...complete) > emissions ? {} : undefined;
  }
  const items = arrived.filter(({ inPort }) => inPort === 'in').map(({ content }) => content);
  const isCounted = arrived.some(({ inPort }) => inPort === 'count');
  return isCounted && items.length === count && emissions === 0 ? { items } : undefined;
}

function bothWays(one: Way, other: Way): Way {
  const both = new Map([...one, ...other]);
  for (const [index, { path, messageNo }] of one) {
    const also = other.get(index);
    if (also && also.path !== path) both.delete(index);
    else if (also && also.messageNo !== messageNo) both.set(index, { path, messageNo: undefined });
  }
  return both;
}

/** What two messages to a component have in common exactly when they belong together. */
function belonging(scenario: Scenario, { index, way }: Arrival): string {
  const senders = sendersOf(scenario, index);
  const above = senders.map((sender) => withAllAbove(scenario, sender));
  const common = [...above[0]!].filter((one) => above.every((set) => set.has(one)));
  return common
    .toSorted((a, b) => a - b)
    .map((one) => {
      const passed = way.get(one);
      if (!passed) return '';
      const ports = ['out', 'error', 'item', 'done'].filter((port) =>
        linksFrom(scenario, one, port).some(({ to }) => to === index || above.some((set) => set.has(to))),
      );
      // A message of one port and one of another are two messages, but come of one step.
      return ports.length === 1 ? `${passed.path}/${passed.messageNo}` : passed.path;
    })
    .join(' ');
}

function sendersOf({ steps }: Scenario, index: number): number[] {
  const { from, countFrom } = steps[index]!;
  const all = from.map(({ sender }) => sender);
  return countFrom === undefined ? all : [...all, countFrom];
}

function withAllAbove(scenario: Scenario, index: number): Set<number> {
  if (index < 0) return new Set([index]);
  return new Set([index, ...sendersOf(scenario, index).flatMap((one) => [...withAllAbove(scenario, one)])]);
}
