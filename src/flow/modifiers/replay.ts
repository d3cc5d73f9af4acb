import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { Awaited } from './awaited.ts';
import type { ModifierEnvironment } from './environment.ts';
import type { JavascriptCall } from './facts.ts';

/** What a call of JavaScript came to. */
type Outcome = { value: unknown } | { error: unknown };

/** One step may call so often. */
const mostCalls = 50;

/**
 * Resolves something with modifiers that call JavaScript, which answers later: each time one is met whose result is not
 * there, its call is made and all is resolved again. Time, ids and chance are the same each time, so the calls are, too.
 * Without such a modifier it resolves once, and nothing is waited for.
 */
export async function resolveAwaiting<Result>(
  environment: Omit<ModifierEnvironment, 'javascript'>,
  evaluate: (call: JavascriptCall) => Promise<unknown>,
  resolve: (environment: ModifierEnvironment) => Result,
): Promise<Result> {
  const now = once(environment.now);
  const uuid = recorded(environment.uuid);
  const random = recorded(environment.random);
  const outcomes: Outcome[] = [];
  for (;;) {
    let calls = 0;
    const javascript = (call: JavascriptCall): unknown => {
      const outcome = outcomes[calls++];
      if (!outcome) throw new Awaited(call);
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    };
    try {
      return resolve({ ...environment, now, uuid: uuid.replay(), random: random.replay(), javascript });
    } catch (error) {
      if (!(error instanceof Awaited)) throw error;
      outcomes.push(
        outcomes.length < mostCalls
          ? await outcomeOf(evaluate(error.call))
          : { error: new MessageError(message('reason.tooManyCalls', { most: mostCalls })) },
      );
    }
  }
}

async function outcomeOf(answer: Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await answer };
  } catch (error) {
    return { error };
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Each replay gives the values of the first one in their order, and makes further ones when those are used up. */
function recorded<Value>(make: () => Value): { replay(): () => Value } {
  const values: Value[] = [];
  return {
    replay() {
      let next = 0;
      return () => {
        if (next === values.length) values.push(make());
        return values[next++]!;
      };
    },
  };
}
