// Loaded before the product's own modules (`node --import`): Set Variable misbehaves where its variable says so.
import { behaviours } from '../../connectors/behaviours.ts';
import type { ComponentContext } from '../../connectors/component.ts';

const never = new Int32Array(new SharedArrayBuffer(4));

const misbehaviours: Record<string, () => void> = {
  'loop for ever': () => {
    // Where it rests it holds up its thread as well, and takes no processor from the tests beside it.
    for (;;) if (process.env['LOOP_RESTS']) Atomics.wait(never, 0, 0);
  },
  'reject unheard': () => {
    void Promise.reject(new Error('Nobody listens', { cause: new Error('A cause of its own') }));
  },
};

const name = 'appmixer.utils.controls.SetVariable';
const good = behaviours[name]!;
behaviours[name] = {
  ...good,
  async receive(context: ComponentContext) {
    const { variables } = context.messages['in']!.content as { variables: { ADD: { text: string }[] } };
    misbehaviours[variables.ADD[0]!.text]?.();
    await good.receive(context);
  },
};
