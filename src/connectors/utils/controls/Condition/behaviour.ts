import type { Behaviour } from '../../../component.ts';
import { holds } from './expression.ts';

export const behaviour: Behaviour = {
  pure: true,

  async receive(context) {
    let result: boolean;
    try {
      result = holds(context.messages['in']?.content['expression']);
    } catch (cause) {
      throw new context.CancelError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
    await context.sendJson({}, result ? 'true' : 'false');
  },
};
