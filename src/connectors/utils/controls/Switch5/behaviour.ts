import type { Behaviour } from '../../../component.ts';
import { holds } from '../Condition/expression.ts';
import { ways } from './manifest.ts';

export const behaviour: Behaviour = {
  pure: true,

  async receive(context) {
    const content = context.messages['in']?.content ?? {};
    let taken: number | undefined;
    try {
      taken = ways.find((way) => holds(content[`expression${way}`]));
    } catch (cause) {
      throw new context.CancelError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
    await context.sendJson({}, taken === undefined ? 'else' : `out${taken}`);
  },
};
