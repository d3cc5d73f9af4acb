import { gatheringsOf, type Way } from './scenario-gatherings.ts';
import {
  type EventData,
  type Failing,
  hasErrorLink,
  linksFrom,
  mostRetries,
  type Scenario,
  stepId,
} from './scenario.ts';

/** What a step must have come to, however often the process died. */
export type ExpectedStep = {
  componentId: string;
  status: 'completed' | 'failed';
  input: unknown;
  outputs: Message[] | null;
  error: { name: string; message: string } | null;
  /** How often it is tried when nothing crashes. */
  attempts: number;
};

export type ExpectedRun = {
  status: 'completed' | 'failed';
  /** It comes to where its flow is stopped. */
  stops: boolean;
  /** By path. What goes on from where messages are put together stands apart, as which came last is chance. */
  steps: Map<string, ExpectedStep>;
  /** To which others a message belongs that came to such a component, by the path of its step. */
  groups: Map<string, string>;
  /** Another order of what happens may come to something else. */
  isChance: boolean;
};

/** How often an effect is called until it is decided. */
const callsUntilDecided: Record<Failing, number> = {
  never: 1,
  once: 2,
  twice: 3,
  always: mostRetries + 1,
  forGood: 1,
};

const failures: Record<Failing, { calls: number; error: { name: string; message: string } }> = {
  never: { calls: 0, error: { name: 'Error', message: 'busy' } },
  once: { calls: 1, error: { name: 'Error', message: 'busy' } },
  twice: { calls: 2, error: { name: 'Error', message: 'busy' } },
  always: { calls: Infinity, error: { name: 'Error', message: 'busy' } },
  forGood: { calls: Infinity, error: { name: 'CancelError', message: 'no' } },
};

/** How often an effect fails, and of what. Healed are those whose failures nothing in the flow deals with. */
export function failuresOf(scenario: Scenario, index: number, healed: boolean) {
  const isHealed = healed && !hasErrorLink(scenario, index);
  const failing = isHealed ? 'never' : scenario.steps[index]!.failing;
  return { ...failures[failing], attempts: callsUntilDecided[failing] };
}

type Message = { port: string; content: unknown };
type Visit = {
  index: number;
  inPort: 'in' | 'count';
  path: string;
  sender: number;
  content: unknown;
  way: Way;
};

const out = (content: unknown): Message => ({ port: 'out', content });

/**
 * The reference: a plain walk through the flow in memory, in which nothing crashes, every retry is at once, and all that
 * the items of an Each lead to is walked before what follows `done`.
 */
export function expectedOf(scenario: Scenario, event: EventData, healed = false): ExpectedRun {
  const run: ExpectedRun = {
    status: 'completed',
    stops: false,
    steps: new Map(),
    groups: new Map(),
    isChance: false,
  };
  const gatherings = gatheringsOf(scenario);

  const follow = (sender: number, path: string, before: Way, messages: Message[]): void => {
    for (const [messageNo, { port, content }] of messages.entries()) {
      const way = new Map([...before, [sender, { path, messageNo }]]);
      for (const [linkNo, { to, inPort }] of linksFrom(scenario, sender, port).entries()) {
        const childPath = `${path}.${messageNo}${linkNo === 0 ? '' : `-${linkNo}`}`;
        visit({ index: to, inPort, path: childPath, sender, content, way });
      }
    }
  };

  const did = ({ index, path }: Pick<Visit, 'index' | 'path'>, step: Partial<ExpectedStep>): void => {
    const usual = { status: 'completed' as const, input: {}, outputs: [], error: null, attempts: 1 };
    run.steps.set(path, { componentId: stepId(index), ...usual, ...step });
  };
  const sends = (visit: Pick<Visit, 'index' | 'path' | 'way'>, input: unknown, outputs: Message[]): void => {
    did(visit, { input, outputs });
    follow(visit.index, visit.path, visit.way, outputs);
  };

  const visit = (at: Visit): void => {
    const step = scenario.steps[at.index]!;
    switch (step.kind) {
      case 'set':
        return sends(at, inputOf(at), [out(inputOf(at))]);
      case 'each':
        return sends(at, { list: event.list }, event.list.map(out));
      case 'act':
        return act(at);
      case 'wait':
        return wait(at, step.waits);
      case 'eachItem':
        return eachItem(at);
      case 'join':
      case 'joinEach':
        return join(at);
      case 'stopFlow':
        run.stops = true;
        return did(at, {});
    }
  };

  const inputOf = ({ index, content }: Visit) => ({
    n: event.n,
    ...(scenario.steps[index]!.from.length === 1 ? { sent: content } : {}),
  });

  /** It is tried until it is decided; what is left undone makes its run fail. */
  const act = (at: Visit): void => {
    const input = inputOf(at);
    const { calls, error, attempts } = failuresOf(scenario, at.index, healed);
    const sentOn = hasErrorLink(scenario, at.index);
    let outputs: Message[] | null = [out({ by: stepId(at.index), n: event.n })];
    const isFailed = calls >= attempts;
    if (isFailed) outputs = sentOn ? [{ port: 'error', content: { error, input } }] : null;
    did(at, { input, outputs, attempts, ...(isFailed ? { status: 'failed', error } : {}) });
    if (!outputs) run.status = 'failed';
    run.stops ||= !outputs && scenario.steps[at.index]!.stopsFlow;
    follow(at.index, at.path, at.way, outputs ?? []);
  };

  /** A timer calls it a second time, and what came goes on. */
  const wait = (at: Visit, interval: string): void => {
    if (interval === '0s') return sends(at, { interval }, [out(at.content)]);
    did(at, { input: { interval } });
    sends({ ...at, path: `${at.path}.t0` }, { message: at.content }, [out(at.content)]);
  };

  const eachItem = (at: Visit): void => {
    const count = event.list.length;
    const items = event.list.map((value, index) => ({ port: 'item', content: { index, value, count } }));
    sends(at, { list: event.list }, [...items, { port: 'done', content: { count } }]);
  };

  const join = (at: Visit): void => {
    const { group, emission } = gatherings.arrive(at, event.list.length);
    run.groups.set(at.path, group);
    did(at, { input: at.inPort === 'count' ? { count: event.list.length } : {} });
    if (!emission) return;
    const { path, content, way } = emission;
    sends({ index: at.index, path, way }, null, [out(content)]);
  };

  sends({ index: -1, path: '1', way: new Map() }, null, [out({ data: event })]);
  run.isChance = gatherings.isChance();
  return run;
}
