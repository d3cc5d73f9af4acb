import { CancelError, type Behaviour } from '../../connectors/component.ts';
import { Dead, type Life } from './life.ts';
import { failuresOf } from './scenario-model.ts';
import { type Scenario, stepIndex } from './scenario.ts';

/** A call of an effect, by its idempotency key. `late`: its run had ended before, or its flow was stopped. */
export type Call = { runId: string; key: string; late: boolean };

export type Effects = {
  act: Behaviour['receive'];
  calls: Call[];
  /** How many runs were at an effect at once at most: all in all, and with the same key. */
  most: { atOnce: number; ofOneKey: number };
  /** It may go on at its effect, but keeps nobody waiting. */
  gone(runId: string): void;
};

/** The receiver of what a scenario's flow does outside: it fails as the scenario says, and sees who comes when. */
export function createEffects(
  scenario: Scenario,
  around: {
    life: () => Life;
    healed: () => boolean;
    isOver: (runId: string) => Promise<boolean>;
    keyOf: (runId: string) => string | null;
    began: (runId: string) => Promise<void>;
  },
): Effects {
  const calls: Call[] = [];
  const most = { atOnce: 0, ofOneKey: 0 };
  const atWork = new Set<string>();

  const enter = (runId: string): void => {
    atWork.add(runId);
    const key = around.keyOf(runId);
    const ofKey = [...atWork].filter((one) => key !== null && around.keyOf(one) === key);
    most.atOnce = Math.max(most.atOnce, atWork.size);
    most.ofOneKey = Math.max(most.ofOneKey, ofKey.length);
  };

  return {
    calls,
    most,
    gone: (runId) => void atWork.delete(runId),
    async act(context) {
      const life = around.life();
      if (life.dead) throw new Dead();
      const { idempotencyKey: key, componentId, correlationId: runId } = context;
      const call = { runId, key, late: false };
      calls.push(call);
      const count = calls.filter((one) => one.key === key).length;
      const { crash } = life;
      if (crash?.how === 'in the next effect' && life.writes >= crash.atWrite) {
        life.dead = true;
        throw new Dead();
      }
      enter(runId);
      try {
        call.late = await around.isOver(runId);
        await around.began(runId);
      } finally {
        atWork.delete(runId);
      }
      const failing = failuresOf(scenario, stepIndex(componentId), around.healed());
      if (count <= failing.calls) {
        const { name, message } = failing.error;
        throw name === 'CancelError' ? new CancelError(message) : new Error(message);
      }
      await context.sendJson({ by: componentId, n: context.messages['in']?.content['n'] }, 'out');
    },
  };
}
