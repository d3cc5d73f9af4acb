import {
  type EventData,
  type Failing,
  hasErrorLink,
  mostRetries,
  type Scenario,
  stepId,
} from './scenario.ts';

/** What a step must have come to, however often the process died. */
export type ExpectedStep = {
  componentId: string;
  status: 'completed' | 'failed';
  input: unknown;
  outputs: { port: string; content: unknown }[] | null;
  error: { name: string; message: string } | null;
  /** How often it is tried when nothing crashes. */
  attempts: number;
};

/** By path. */
export type ExpectedRun = { status: 'completed' | 'failed'; steps: Map<string, ExpectedStep> };

/** How often an effect is called until it is decided. */
const callsUntilDecided: Record<Failing, number> = {
  never: 1,
  once: 2,
  twice: 3,
  always: mostRetries + 1,
  forGood: 1,
};

export const failures: Record<Failing, { calls: number; error: { name: string; message: string } }> = {
  never: { calls: 0, error: { name: 'Error', message: 'busy' } },
  once: { calls: 1, error: { name: 'Error', message: 'busy' } },
  twice: { calls: 2, error: { name: 'Error', message: 'busy' } },
  always: { calls: Infinity, error: { name: 'Error', message: 'busy' } },
  forGood: { calls: Infinity, error: { name: 'CancelError', message: 'no' } },
};

type Message = { port: string; content: unknown };

/** The reference: a plain walk through the flow in memory, in which nothing crashes and every retry is at once. */
export function expectedOf(scenario: Scenario, event: EventData): ExpectedRun {
  const run: ExpectedRun = { status: 'completed', steps: new Map() };

  const follow = (sender: number, path: string, messages: Message[]): void => {
    for (const [messageNo, { port, content }] of messages.entries()) {
      let linkNo = 0;
      for (const [index, step] of scenario.steps.entries()) {
        if (!step.from.some((link) => link.sender === sender && link.port === port)) continue;
        visit(index, `${path}.${messageNo}${linkNo === 0 ? '' : `-${linkNo}`}`, content);
        linkNo += 1;
      }
    }
  };

  const visit = (index: number, path: string, sent: unknown): void => {
    const step = scenario.steps[index]!;
    const input =
      step.kind === 'each'
        ? { list: event.list }
        : { n: event.n, ...(step.from.length === 1 ? { sent } : {}) };
    const done = (rest: Omit<ExpectedStep, 'componentId' | 'input'>) => {
      run.steps.set(path, { componentId: stepId(index), input, ...rest });
      follow(index, path, rest.outputs ?? []);
    };
    if (step.kind !== 'act') {
      const contents = step.kind === 'each' ? event.list : [input];
      const outputs = contents.map((content) => ({ port: 'out', content }));
      done({ status: 'completed', outputs, error: null, attempts: 1 });
      return;
    }
    const attempts = callsUntilDecided[step.failing];
    const { calls, error } = failures[step.failing];
    if (calls < attempts) {
      const outputs = [{ port: 'out', content: { by: stepId(index), n: event.n } }];
      done({ status: 'completed', outputs, error: null, attempts });
      return;
    }
    const sentOn = hasErrorLink(scenario, index);
    if (!sentOn) run.status = 'failed';
    const outputs = sentOn ? [{ port: 'error', content: { error, input } }] : null;
    done({ status: 'failed', outputs, error, attempts });
  };

  const first = { port: 'out', content: { data: event } };
  run.steps.set('1', {
    componentId: 't',
    status: 'completed',
    input: null,
    outputs: [first],
    error: null,
    attempts: 1,
  });
  follow(-1, '1', [first]);
  return run;
}
