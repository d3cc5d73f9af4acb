import type { TestNode } from './flows.ts';

/** What the calls of an effect come to, by its number of failures; all but `forGood` are worth another attempt. */
export type Failing = 'never' | 'once' | 'twice' | 'always' | 'forGood';

export type StepKind = 'set' | 'each' | 'act' | 'wait' | 'eachItem' | 'join' | 'joinEach' | 'stopFlow';

/** Earlier steps are known by their index, the trigger is -1. */
export type Sender = { sender: number; port: string };

export type ScenarioStep = {
  kind: StepKind;
  from: Sender[];
  /** Of a `joinEach`: the Each whose `done` tells how many there are. */
  countFrom?: number;
  failing: Failing;
  waits: string;
  /** Of an effect: its flow is stopped when it fails for good and nothing gets the error. */
  stopsFlow: boolean;
};

/** How a life of the process ends, and at which of its writes. */
export type Crash = {
  atWrite: number;
  how: 'before the commit' | 'after the commit' | 'in the next effect' | 'told to stop';
};

/** A run is cancelled while it is at its nth effect, or about to write for the nth time. */
export type Cancel = { event: number; at: 'effect' | 'write'; nth: number };

export type EventData = { n: number; list: { n: number }[]; key: string | null };

/** A flow, the events it gets at once, and the lives of the process; the life after the last crash is undisturbed. */
export type Scenario = {
  steps: ScenarioStep[];
  events: EventData[];
  crashes: Crash[];
  gate: { orderBy: boolean; concurrency: number | null };
  cancel: Cancel | undefined;
  /** Once all have ended, what they left undone is tried again, and nothing that leaves something undone fails then. */
  retry: 'step' | 'trigger' | undefined;
};

export const mostRetries = 2;

export const stepId = (index: number) => (index < 0 ? 't' : `s${index}`);

/** The number of the step that an id stands for. */
export const stepIndex = (id: string) => (id === 't' ? -1 : Number(id.slice(1)));

/** Are failures of a step sent on? */
export function hasErrorLink({ steps }: Scenario, index: number): boolean {
  return steps.some((step) => step.from.some(({ sender, port }) => sender === index && port === 'error'));
}

export type ScenarioLink = { to: number; inPort: 'in' | 'count' };

/** Where the messages of a port go, in the order of the flow. */
export function linksFrom({ steps }: Scenario, sender: number, port: string): ScenarioLink[] {
  return steps.flatMap((step, to): ScenarioLink[] => [
    ...step.from
      .filter((link) => link.sender === sender && link.port === port)
      .map(() => ({ to, inPort: 'in' as const })),
    ...(step.countFrom === sender && port === 'done' ? [{ to, inPort: 'count' as const }] : []),
  ]);
}

/** The flow as the engine gets it. What a step receives shows which way it came. */
export function nodesOf(scenario: Scenario, event: string): Record<string, TestNode> {
  const { orderBy } = scenario.gate;
  const properties = { event, ...(orderBy ? { orderBy: ['key'] } : {}) };
  const nodes: Record<string, TestNode> = { t: { type: 'onEvent', properties } };
  for (const [index, step] of scenario.steps.entries()) {
    nodes[stepId(index)] = {
      type: step.kind,
      from: step.from.map(({ sender, port }) => [stepId(sender), port]),
      lambda: lambdaOf(step),
      ...(step.countFrom === undefined ? {} : { into: { count: countOf(step.countFrom) } }),
      errorHandling: {
        autoRetry: true,
        maxRetries: mostRetries,
        onError: hasErrorLink(scenario, index)
          ? 'errorPort'
          : step.stopsFlow
            ? 'stopFlow'
            : 'storeUnprocessed',
      },
    };
  }
  return nodes;
}

function lambdaOf({ kind, from, waits }: ScenarioStep): Record<string, unknown> {
  switch (kind) {
    case 'each':
    case 'eachItem':
      return { list: '{{{$.t.out.data.list}}}' };
    case 'wait':
      return { interval: waits };
    case 'set':
    case 'act': {
      const [only] = from;
      const sent = from.length > 1 || !only ? {} : { sent: `{{{$.${stepId(only.sender)}.${only.port}}}}` };
      return { n: '{{{$.t.out.data.n}}}', ...sent };
    }
    default:
      return {};
  }
}

function countOf(each: number): { from: [string, string][]; lambda: Record<string, unknown> } {
  return { from: [[stepId(each), 'done']], lambda: { count: `{{{$.${stepId(each)}.done.count}}}` } };
}
