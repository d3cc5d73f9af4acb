import { linksFrom, type Scenario, stepId } from './scenario.ts';

/** The messages that led to one: of each component the step and which of its messages; undefined where that is chance. */
export type Way = ReadonlyMap<number, { path: string | undefined; messageNo: number | undefined }>;

export type Arrival = { index: number; inPort: string; sender: number; content: unknown; way: Way };

type Group = { path: string; arrived: Arrival[]; way: Way; emissions: number };

/** What comes of an arrival: where it belongs, and what goes on from there, if it does now. */
export type Gathered = { group: string; emission?: { path: string; content: unknown; way: Way } };

export type Gatherings = {
  arrive(arrival: Arrival, count: number): Gathered;
  /** Which messages belong together is decided by which come first: there is nothing that must be. */
  isChance(): boolean;
};

/**
 * The reference of components that put messages together: those whose ways passed the same components as the same
 * messages. Which of them comes last is chance, so what goes on has a path of its group, and has come by all their ways.
 */
export function gatheringsOf(scenario: Scenario): Gatherings {
  const groups = new Map<string, Group>();
  let isChance = false;
  return {
    isChance: () => isChance,
    arrive(arrival, count) {
      const belonging = belongingOf(scenario, arrival);
      isChance ||= belonging === undefined;
      const path = `${stepId(arrival.index)}(${belonging})`;
      const group = groups.get(path) ?? { path, arrived: [], way: arrival.way, emissions: 0 };
      groups.set(path, group);
      isChance ||= isOneOfSeveral(scenario, group, arrival);
      group.arrived.push(arrival);
      group.way = wayOf(scenario, group, arrival);
      const content = goesOn(scenario, group, arrival, count);
      if (!content) return { group: path };
      const emission = { path: `${path}#${group.emissions++}`, content, way: group.way };
      return { group: path, emission };
    },
  };
}

/** Which of them goes on with which others matters to what puts these together again. */
function isOneOfSeveral({ steps }: Scenario, { arrived }: Group, { index, sender }: Arrival): boolean {
  if (steps[index]!.kind !== 'join' || !arrived.some((one) => one.sender === sender)) return false;
  return steps.some(({ kind }, other) => other > index && (kind === 'join' || kind === 'joinEach'));
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

/** By the ways of all. What is collected of a list goes on as that list, not as its items. */
function wayOf({ steps }: Scenario, { way }: Group, arrival: Arrival): Way {
  const both = new Map([...way, ...arrival.way]);
  for (const [index, { path, messageNo }] of both) {
    const [one, other] = [way.get(index), arrival.way.get(index)];
    const isPart = steps[arrival.index]!.kind === 'joinEach' && !(one && other);
    const isSame = !one || !other || (one.path === other.path && one.path !== undefined);
    const isSameMessage = isSame && (!one || !other || one.messageNo === other.messageNo);
    both.set(index, {
      path: isSame && !isPart ? path : undefined,
      messageNo: isSameMessage && !isPart ? messageNo : undefined,
    });
  }
  return both;
}

/** What two messages to a component have in common exactly when they belong together; undefined when that is chance. */
function belongingOf(scenario: Scenario, { index, way }: Arrival): string | undefined {
  const senders = sendersOf(scenario, index);
  const above = senders.map((sender) => withAllAbove(scenario, sender));
  const common = [...above[0]!].filter((one) => above.every((set) => set.has(one)));
  const passed = common
    .toSorted((a, b) => a - b)
    .map((one) => {
      const step = way.get(one);
      if (!step) return '';
      const ports = ['out', 'error', 'item', 'done'].filter((port) =>
        linksFrom(scenario, one, port).some(({ to }) => to === index || above.some((set) => set.has(to))),
      );
      // A message of one port and one of another are two messages, but come of one step.
      if (ports.length > 1) return step.path;
      return step.messageNo === undefined ? undefined : `${step.path}/${step.messageNo}`;
    });
  return passed.includes(undefined) ? undefined : passed.join(' ');
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
