import type { Behaviour } from '../../../component.ts';

export const behaviour: Behaviour = {
  pure: true,

  async start(context) {
    await context.sendJson({ started: context.now().toISOString() }, 'out');
  },

  /** Its only message is the one of `start`. */
  async receive() {},
};
