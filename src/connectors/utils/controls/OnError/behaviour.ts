import type { Behaviour } from '../../../component.ts';

/** The engine starts it. A run that it started, and that fails, starts nothing. */
export const behaviour: Behaviour = {
  pure: true,
  onRunFailure: true,

  /** What it emits comes with its run. In a test it is told of what an author gives. */
  async receive(context) {
    await context.sendJson(context.messages.webhook?.content.data, 'out');
  },

  example: () => ({
    error: { message: 'The server did not answer.', name: 'Error' },
    componentId: 'component',
    componentType: 'appmixer.utils.http.Post',
    correlationId: 'run',
    flowId: 'flow',
    flowName: 'Flow',
    failedAt: '2026-01-31T09:30:00.000Z',
  }),
};
