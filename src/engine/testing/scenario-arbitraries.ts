import fc from 'fast-check';
import type {
  Cancel,
  Crash,
  EventData,
  Failing,
  Scenario,
  ScenarioStep,
  Sender,
  StepKind,
} from './scenario.ts';

const failing = fc.constantFrom<Failing>('never', 'never', 'once', 'twice', 'always', 'forGood');

const usual: StepKind[] = ['act', 'act', 'act', 'act', 'set', 'wait', 'each', 'eachItem', 'eachItem'];
const gathering: StepKind[] = ['join', 'join', 'joinEach', 'joinEach'];

/** From 0 up to 1: what it chooses is decided by the steps before. Not by `double`, which is near 0 nearly always. */
const share = fc.nat({ max: 999 }).map((thousandths) => thousandths / 1_000);

const rawStep = (more: StepKind[]) =>
  fc.record({
    kind: fc.constantFrom(...usual, ...gathering, ...more),
    senders: fc.tuple(share, share),
    alone: fc.boolean(),
    /** By the port that is not the usual one. */
    byOther: fc.constantFrom(false, false, true),
    failing,
    waits: fc.constantFrom('0s', '30m', '90m'),
    stopsFlow: more.length > 0 ? fc.boolean() : fc.constant(false),
  });

type RawStep = Parameters<Parameters<ReturnType<typeof rawStep>['map']>[0]>[0];

const mostSteps = 8;

const steps = (more: StepKind[]) =>
  fc.array(rawStep(more), { minLength: 1, maxLength: 6 }).map((raw) => {
    const all: ScenarioStep[] = [];
    for (const step of raw) {
      const collectsOwn = step.kind === 'joinEach' && step.alone && all.length + 3 <= mostSteps;
      if (collectsOwn) all.push(...loop(all, step));
      all.push(step.kind === 'joinEach' ? collects(all, step) : follows(all, step));
    }
    return all.slice(0, mostSteps);
  });

/** An effect for each item of a list. */
function loop(before: ScenarioStep[], raw: RawStep): ScenarioStep[] {
  const each = follows(before, { ...raw, kind: 'eachItem' });
  return [each, { ...each, kind: 'act', from: [{ sender: before.length, port: 'item' }] }];
}

function follows(before: ScenarioStep[], { senders, alone, byOther, ...step }: RawStep): ScenarioStep {
  const [first, second] = senders.map((one) => lateOf(before.length + 1, one) - 1) as [number, number];
  const joined = before[first]?.kind === 'join' ? before[first].from[0]!.sender : second;
  // Alone, or, where messages are put together, with one that the other is made of.
  const chosen = step.kind === 'join' ? [first, alone ? joined : second] : alone ? [first] : [first, second];
  // What stops the flow sends nothing.
  const sending = [...new Set(chosen.map((sender) => (before[sender]?.kind === 'stopFlow' ? -1 : sender)))];
  return { ...step, from: sending.map((sender) => ({ sender, port: portOf(before[sender], byOther) })) };
}

/** Rather one of the latest, so that flows are long. */
function lateOf(count: number, chosen: number): number {
  return Math.floor(Math.cbrt(chosen) * count);
}

function portOf(step: ScenarioStep | undefined, byOther: boolean): string {
  if (step?.kind === 'act' && byOther) return 'error';
  if (step?.kind === 'eachItem') return byOther ? 'done' : 'item';
  return 'out';
}

/** It collects what comes of each item of an Each by one way, so that no more come than there are. */
function collects(before: ScenarioStep[], raw: RawStep): ScenarioStep {
  const candidates = before.flatMap((step, sender) => {
    const from = { sender, port: portOf(step, step.kind === 'act' && raw.byOther) };
    const countFrom = eachOf(before, from);
    return countFrom === undefined ? [] : [{ from: [from], countFrom }];
  });
  const chosen = candidates[lateOf(candidates.length, raw.senders[0])];
  return chosen ? { ...follows(before, raw), ...chosen } : follows(before, { ...raw, kind: 'act' });
}

/** The Each of whose items one message at most comes from here. */
function eachOf(steps: ScenarioStep[], { sender, port }: Sender): number | undefined {
  const step = steps[sender];
  if (step?.kind === 'eachItem') return port === 'item' ? sender : undefined;
  const handsOn = step?.kind === 'set' || step?.kind === 'act' || step?.kind === 'wait';
  return handsOn && step.from.length === 1 ? eachOf(steps, step.from[0]!) : undefined;
}

const event = fc
  .record({
    n: fc.integer(),
    list: fc.array(fc.integer(), { maxLength: 2 }),
    key: fc.constantFrom('a', 'a', 'b', null),
  })
  .map(({ list, ...rest }): EventData => ({ ...rest, list: list.map((n) => ({ n })) }));

const crash = fc.record({
  atWrite: fc.integer({ min: 1, max: 6 }),
  how: fc.constantFrom<Crash['how']>(
    'before the commit',
    'after the commit',
    'in the next effect',
    'told to stop',
  ),
});

const cancel = fc.record({
  event: fc.nat({ max: 2 }),
  at: fc.constantFrom<Cancel['at']>('effect', 'write'),
  nth: fc.integer({ min: 1, max: 4 }),
});

const retry = fc.constantFrom<Scenario['retry']>('step', 'step', 'trigger', undefined);
const open = fc.constant({ orderBy: false, concurrency: null });
const gate = fc.record({ orderBy: fc.boolean(), concurrency: fc.constantFrom(null, null, 1, 2) });

/** Every run comes to its end. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  steps: steps([]),
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
  crashes: fc.array(crash, { maxLength: 4 }),
  gate: open,
  cancel: fc.constant(undefined),
  retry,
});

/** Runs are cancelled, or stop their flow. */
export const endings: fc.Arbitrary<Scenario> = fc.record({
  steps: steps(['stopFlow']),
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
  crashes: fc.array(crash, { maxLength: 3 }),
  gate: fc.oneof(open, gate),
  cancel: fc.option(cancel, { nil: undefined }),
  retry,
});

/** Runs wait for each other. */
export const queues: fc.Arbitrary<Scenario> = fc.record({
  steps: steps([]),
  events: fc.array(event, { minLength: 2, maxLength: 4 }),
  crashes: fc.array(crash, { maxLength: 3 }),
  gate: gate.filter(({ orderBy, concurrency }) => orderBy || concurrency !== null),
  cancel: fc.constant(undefined),
  retry,
});
