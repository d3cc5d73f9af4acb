import type { Behaviour } from '../connectors/component.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import type { JournaledStep, StepTimers } from '../store/steps.ts';
import { deliveriesOf, type Delivery, timerDelivery } from './delivery.ts';
import { createGatherings, type Gatherings } from './gathering.ts';
import type { Pause } from './pause.ts';
import { earliest } from './settle.ts';

type StepOutcome = {
  inputs: Record<string, unknown> | null;
  outputs: { port: string; content: unknown }[];
  timers: StepTimers | null;
};

/** What a run has before it: messages to deliver, calls by timers, and messages held back until others are done. */
export type Frontier = {
  gatherings: Gatherings;
  /** The next to try: a message, or else a timer whose time has come; in a test the time passes at once. */
  next(now: Date): Delivery | undefined;
  /** A step is done: what it emitted goes on. */
  emitted(delivery: Delivery, outcome: StepOutcome): void;
  /** A branch ends here. */
  ended(delivery: Delivery): void;
  /** An attempt failed and comes back at this time. */
  waits(at: Date): void;
  /** Is what comes next another attempt, or is there one among what comes later? */
  waitsForAttempt(): boolean;
  /** When the run has something to do again; undefined when nothing can come any more. */
  wakesAt(): Date | undefined;
};

/** Deliveries whose end others wait for. */
type Fold = { open: number; held: Delivery[] };

/**
 * What the journal knows is gone through first, in the order in which it happened: a component that puts messages
 * together finds what had come to it, in whatever order the branches go on.
 *
 * @param options.known in the order of the journal
 */
export async function createFrontier(options: {
  descriptor: Descriptor;
  behaviours: Record<string, Behaviour>;
  beginsAt: string;
  known: ReadonlyMap<string, JournaledStep>;
  isTest: boolean;
  first: Delivery;
  pause: Pause;
}): Promise<Frontier> {
  const { descriptor, behaviours, known, isTest } = options;
  const queue: Delivery[] = [];
  const timers: Delivery[] = [];
  const cleared = new Set<string>();
  const folds = new WeakMap<Delivery, Fold>();
  const gatherings = createGatherings(descriptor, options.beginsAt);
  let wakesAt: Date | undefined;

  const behaviourOf = (componentId: string): Behaviour | undefined => {
    const type = descriptor[componentId]?.type;
    return type === undefined ? undefined : behaviours[type];
  };
  const join = (delivery: Delivery, fold: Fold | undefined): void => {
    if (!fold) return;
    fold.open++;
    folds.set(delivery, fold);
  };
  const leave = (delivery: Delivery): Delivery[] => {
    const fold = folds.get(delivery);
    return fold && --fold.open === 0 ? fold.held : [];
  };
  const clear = (ids: string[]): Delivery[] => {
    if (ids.length === 0) return [];
    for (const id of ids) cleared.add(id);
    const gone = timers.filter((timer) => ids.includes(timer.path));
    for (const timer of gone) timers.splice(timers.indexOf(timer), 1);
    return gone.flatMap(leave);
  };

  /** What a step's messages and timers lead to now. */
  const follow = (delivery: Delivery, outcome: StepOutcome): Delivery[] => {
    const behaviour = behaviourOf(delivery.componentId);
    if (behaviour?.gathers) {
      const { outputs, timers: set } = outcome;
      gatherings.add(delivery, { inputs: outcome.inputs ?? {}, outputs, timers: set });
    }
    const from = behaviour?.gathers
      ? { ...delivery, scope: gatherings.scope(delivery), way: gatherings.way(delivery) }
      : delivery;
    const calls = (outcome.timers?.set ?? []).map((timer) => timerDelivery(delivery, timer));
    const all = [...deliveriesOf(descriptor, from, outcome.outputs), ...calls];
    const isLast = ({ sender }: Delivery) => sender !== null && !!behaviour?.lastPorts?.includes(sender.port);
    const last = all.filter(isLast);
    const others = all.filter((one) => !isLast(one));
    const outer = folds.get(delivery);
    for (const one of last) join(one, outer);
    // What went out before is out, also when items that had failed are tried again behind it.
    const isOut = last.some(({ path }) => known.has(path));
    const holds = last.length > 0 && others.length > 0 && !isOut;
    const fold = holds ? { open: 0, held: last } : outer;
    for (const one of others) join(one, fold);
    return [...(holds ? others : all), ...leave(delivery), ...clear(outcome.timers?.cleared ?? [])];
  };

  /** Steps of the journal whose turn of being gone through has not come. */
  const journaled = new Map<string, Delivery>();
  let replaying = true;

  const add = (deliveries: Delivery[]): void => {
    // What is released meanwhile comes behind.
    const all = [...deliveries];
    for (const delivery of all) {
      const step = known.get(delivery.path);
      if (replaying && step && isDone(step)) journaled.set(delivery.path, delivery);
      else if (step) queue.push(delivery);
      else if (cleared.has(delivery.path)) all.push(...leave(delivery));
      else if (delivery.at) addTimer(delivery);
      else queue.push(delivery);
    }
  };
  const addTimer = (timer: Delivery): void => {
    const before = timers.findLastIndex(({ at }) => at! <= timer.at!);
    timers.splice(before + 1, 0, timer);
  };

  add([options.first]);
  for (const step of known.values()) {
    if (options.pause.isDue()) await options.pause.take();
    const delivery = journaled.get(step.path);
    if (!delivery) continue;
    journaled.delete(step.path);
    const { input: inputs, outputs } = step;
    add(outputs ? follow(delivery, { inputs, outputs, timers: step.timers }) : leave(delivery));
  }
  replaying = false;
  add([...journaled.values()]);

  return {
    gatherings,
    next(now) {
      const message = queue.shift();
      if (message) return message;
      return timers[0] && (isTest || timers[0].at! <= now) ? timers.shift() : undefined;
    },
    emitted: (delivery, outcome) => add(follow(delivery, outcome)),
    ended: (delivery) => add(leave(delivery)),
    waits(at) {
      wakesAt = earliest(wakesAt, at);
    },
    waitsForAttempt: () => wakesAt !== undefined,
    wakesAt() {
      const timerAt = timers[0]?.at;
      return wakesAt && timerAt ? earliest(wakesAt, timerAt) : (wakesAt ?? timerAt);
    },
  };
}

function isDone({ outputs, status }: JournaledStep): boolean {
  return outputs !== null || status === 'failed';
}
