import type { OutputOption } from '../../../../flow/manifest.ts';
import { parseJsonText } from '../../../../flow/json-text.ts';
import { schemaOfExample } from '../../../../flow/json-schema.ts';
import type { Behaviour } from '../../../component.ts';

export const behaviour: Behaviour = {
  pure: true,

  async start(context) {
    const { event } = context.properties;
    if (typeof event !== 'string' || event === '') throw new context.CancelError('The event name is empty.');
    await context.addListener(event);
  },

  async receive(context) {
    await context.sendJson({ data: context.messages.webhook?.content.data }, 'out');
  },

  /** The Event Data Example; one that is no JSON cannot be sent. */
  example({ eventDataExample: text }) {
    const example = typeof text === 'string' ? parseJsonText(text) : undefined;
    return example?.ok ? example.value : {};
  },

  async static(context) {
    return [dataOption(context.properties['eventDataExample'])];
  },
};

/** Without an example that is JSON the one option has no schema, as clients of the interface know it. */
function dataOption(text: unknown): OutputOption {
  const option = { label: 'Data', value: 'data' };
  const example = typeof text === 'string' ? parseJsonText(text) : undefined;
  if (!example?.ok) return option;
  return { ...option, schema: schemaOfExample(example.value, 'App Event Data') };
}
