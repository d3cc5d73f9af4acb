import type { Behaviour } from '../../../component.ts';

export const behaviour: Behaviour = {
  async receive(context) {
    await context.stopFlow();
  },
};
