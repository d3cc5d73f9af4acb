import fc from 'fast-check';
import type { TestNode } from './flows.ts';

/** What the calls of an effect come to, by its number of failures; all but `forGood` are worth another attempt. */
export type Failing = 'never' | 'once' | 'twice' | 'always' | 'forGood';

export type ScenarioStep = {
  kind: 'set' | 'each' | 'act';
  /** Senders: earlier steps by their index, -1 being the trigger. `error` only from effects. */
  from: { sender: number; port: 'out' | 'error' }[];
  failing: Failing;
};

/** How a life of the process ends, and at which of its writes. */
export type Crash = {
  atWrite: number;
  how: 'before the commit' | 'after the commit' | 'in the next effect' | 'told to stop';
};

export type EventData = { n: number; list: { n: number }[] };

/** A flow, the events it gets at once, and the lives of the process; the life after the last crash is undisturbed. */
export type Scenario = { steps: ScenarioStep[]; events: EventData[]; crashes: Crash[] };

export const mostRetries = 2;

const failing = fc.constantFrom<Failing>('never', 'never', 'once', 'twice', 'always', 'forGood');

/** Choices from 0 up to 1, of which the steps before decide what they mean. */
const rawStep = fc.record({
  kind: fc.constantFrom('set' as const, 'each' as const, 'act' as const, 'act' as const),
  senders: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 1,
    maxLength: 2,
  }),
  byError: fc.boolean(),
  failing,
});

const steps = fc.array(rawStep, { minLength: 1, maxLength: 5 }).map((raw) =>
  raw.map(({ kind, senders, byError, failing }, index): ScenarioStep => {
    const chosen = [...new Set(senders.map((share) => Math.floor(share * (index + 1)) - 1))];
    return {
      kind,
      failing,
      from: chosen.map((sender) => ({
        sender,
        port: byError && raw[sender]?.kind === 'act' ? ('error' as const) : ('out' as const),
      })),
    };
  }),
);

const event = fc
  .record({ n: fc.integer(), list: fc.array(fc.integer(), { maxLength: 2 }) })
  .map(({ n, list }): EventData => ({ n, list: list.map((item) => ({ n: item })) }));

const crash = fc.record({
  atWrite: fc.integer({ min: 1, max: 6 }),
  how: fc.constantFrom<Crash['how']>(
    'before the commit',
    'after the commit',
    'in the next effect',
    'told to stop',
  ),
});

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  steps,
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
  crashes: fc.array(crash, { maxLength: 4 }),
});

export const stepId = (index: number) => (index < 0 ? 't' : `s${index}`);

/** Are failures of a step sent on? */
export function hasErrorLink({ steps }: Scenario, index: number): boolean {
  return steps.some((step) => step.from.some(({ sender, port }) => sender === index && port === 'error'));
}

/** The flow as the engine gets it. What a step receives shows which way it came. */
export function nodesOf(scenario: Scenario, event: string): Record<string, TestNode> {
  const nodes: Record<string, TestNode> = { t: { type: 'onEvent', properties: { event } } };
  for (const [index, { kind, from }] of scenario.steps.entries()) {
    const [only] = from;
    const sent = from.length > 1 || !only ? undefined : `{{{$.${stepId(only.sender)}.${only.port}}}}`;
    nodes[stepId(index)] = {
      type: kind,
      from: from.map(({ sender, port }) => [stepId(sender), port]),
      lambda:
        kind === 'each'
          ? { list: '{{{$.t.out.data.list}}}' }
          : { n: '{{{$.t.out.data.n}}}', ...(sent ? { sent } : {}) },
      errorHandling: {
        autoRetry: true,
        maxRetries: mostRetries,
        onError: hasErrorLink(scenario, index) ? 'errorPort' : 'storeUnprocessed',
      },
    };
  }
  return nodes;
}
