import type { Gathered, Gathering } from '../connectors/component.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import { incoming, outgoing, upstreamOf } from '../flow/graph.ts';
import type { Scope } from '../flow/path.ts';
import type { StepTimers } from '../store/steps.ts';
import { type Delivery, timeoutPort, type Way } from './delivery.ts';

/** What came so far to the components of a run that put messages together. */
export type Gatherings = {
  /** What a message to such a component finds there. */
  of(delivery: Delivery, inputs: Record<string, unknown>): Gathering;
  /** Its step is done. */
  add(
    delivery: Delivery,
    step: {
      inputs: Record<string, unknown>;
      outputs: { port: string; content: unknown }[];
      timers: StepTimers | null;
    },
  ): void;
  /** The outputs of all that came together until now, with this one, for the steps that follow. */
  scope(delivery: Delivery): Scope;
  /** The way on which they follow: whichever came last, all are behind what any of them passed. */
  way(delivery: Delivery): Way | undefined;
  /** Which components wait for more, and what came: `emitted` nothing so far. */
  incomplete(): { componentId: string; gathered: Gathered[] }[];
};

type Group = {
  componentId: string;
  /** Only grows: who is called by each arrival gets the same list each time, as copies of it would take its square. */
  arrived: Gathered[];
  /** Of all that arrived; the latest output of a component is the one that counts. */
  scope: Scope;
  /** By in port: by which message each component was passed; null where there were several. */
  passed: Map<string, Map<string, Way | null>>;
};

/** @param beginsAt where the run begins: only what can be reached from there sends anything */
export function createGatherings(descriptor: Descriptor, beginsAt: string): Gatherings {
  const places = new Map<string, Place>();
  const groups = new Map<string, Group>();
  const placeOf = (id: string): Place => {
    let place = places.get(id);
    if (!place) places.set(id, (place = readPlace(descriptor, beginsAt, id)));
    return place;
  };
  const groupOf = (delivery: Delivery): Group => {
    const { componentId, way } = delivery;
    const key = `${componentId} ${groupKey(placeOf(componentId), way)}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { componentId, arrived: [], scope: {}, passed: new Map() }));
    return group;
  };
  return {
    of: (delivery, inputs) => ({
      earlier: groupOf(delivery).arrived,
      current: gatheredOf(delivery, inputs),
      senders: placeOf(delivery.componentId).senders,
    }),
    add(delivery, { inputs, outputs, timers }) {
      const gathered = {
        ...gatheredOf(delivery, inputs),
        emitted: outputs.map(({ port }) => port),
        timers: (timers?.set ?? []).map(({ id }) => id),
      };
      const group = groupOf(delivery);
      group.arrived.push(gathered);
      merge(group.scope, delivery.scope);
      pass(group, delivery);
    },
    // What arrives later is not for those who go on now.
    scope: (delivery) => ({ ...groupOf(delivery).scope }),
    way: (delivery) => besides(delivery, groupOf(delivery).passed.get(portOf(delivery))),
    incomplete: () =>
      [...groups.values()].flatMap(({ componentId, arrived: gathered }) =>
        gathered.some(({ emitted }) => emitted.length > 0) ? [] : [{ componentId, gathered }],
      ),
  };
}

function merge(into: Scope, scope: Scope): void {
  for (const [id, ports] of Object.entries(scope)) {
    const known = into[id];
    // Those of one list have most of their way in common.
    if (known !== ports) into[id] = known ? { ...known, ...ports } : ports;
  }
}

/** What comes to one in port is put together; what counts it, or calls by a timer, is not a part of that. */
function pass(group: Group, delivery: Delivery): void {
  const port = portOf(delivery);
  let passed = group.passed.get(port);
  if (!passed) group.passed.set(port, (passed = new Map()));
  for (const [id, one] of latestOf(delivery.way)) {
    const known = passed.get(id);
    if (known === undefined) passed.set(id, one);
    else if (known?.path !== one.path) passed.set(id, null);
  }
}

function besides({ way }: Delivery, passed: ReadonlyMap<string, Way | null> = new Map()): Way | undefined {
  const own = latestOf(way);
  const beside = new Map<string, Way>();
  for (const [id, one] of passed) if (one && !own.has(id)) beside.set(id, one);
  return way && beside.size > 0 ? { ...way, beside: new Map([...(way.beside ?? []), ...beside]) } : way;
}

function portOf({ inPort }: Delivery): string {
  return inPort ?? timeoutPort;
}

function gatheredOf(delivery: Delivery, content: Record<string, unknown>): Gathered {
  return {
    inPort: portOf(delivery),
    sender: delivery.sender?.componentId,
    content,
    originalContent: delivery.content,
    position: waysOf(delivery.way)
      .map(({ messageIndex }) => messageIndex)
      .toReversed(),
    emitted: [],
    timers: [],
  };
}

/** Where a component stands, as far as its messages are told apart by it. */
type Place = {
  senders: string[];
  /** What all senders have above them. `byMessage`: they are reached from the same port of it alone. */
  common: { componentId: string; byMessage: boolean }[];
};

function readPlace(descriptor: Descriptor, beginsAt: string, id: string): Place {
  const reached = reachedFrom(descriptor, beginsAt);
  const links = incoming(descriptor, id).filter(({ from }) => reached.has(from));
  const senders = [...new Set(links.map(({ from }) => from))];
  const above = senders.map((sender) => new Set([sender, ...upstreamOf(descriptor, sender)]));
  const common = [...(above[0] ?? [])].filter(
    (one) => one !== id && reached.has(one) && above.every((set) => set.has(one)),
  );
  return {
    senders,
    common: common.toSorted().map((componentId) => {
      const ports = outgoing(descriptor, componentId)
        .filter(({ to }) => to === id || above.some((set) => set.has(to)))
        .map(({ outPort }) => outPort);
      return { componentId, byMessage: new Set(ports).size === 1 };
    }),
  };
}

/** The components that a run can come to; a disabled one gets nothing. */
function reachedFrom(descriptor: Descriptor, beginsAt: string): Set<string> {
  const reached = new Set([beginsAt]);
  // A Set's iteration also visits what is added meanwhile.
  for (const id of reached) {
    for (const { to } of outgoing(descriptor, id)) if (!descriptor[to]?.disabled) reached.add(to);
  }
  return reached;
}

/** Two messages with the same key belong together. */
function groupKey({ common }: Place, way: Way | undefined): string {
  const latest = latestOf(way);
  return common
    .map(({ componentId, byMessage }) => {
      const passed = latest.get(componentId);
      return passed ? `${passed.path}${byMessage ? `/${passed.messageIndex}` : ''}` : '';
    })
    .join(' ');
}

/** By which message each component was passed the last time. */
function latestOf(way: Way | undefined): Map<string, Way> {
  const latest = new Map<string, Way>();
  const ways = waysOf(way);
  for (const one of ways) if (!latest.has(one.componentId)) latest.set(one.componentId, one);
  for (const { beside } of ways) {
    for (const [id, one] of beside ?? []) if (!latest.has(id)) latest.set(id, one);
  }
  return latest;
}

function waysOf(way: Way | undefined): Way[] {
  const ways: Way[] = [];
  for (let one = way; one; one = one.before) ways.push(one);
  return ways;
}
