import type { OutputOption } from '../../../../flow/manifest.ts';
import { parseJsonText } from '../../../../flow/json-text.ts';
import { schemaOfExample } from '../../../../flow/json-schema.ts';
import { parseDataPath } from '../../../../flow/path.ts';
import type { Behaviour, StartContext } from '../../../component.ts';

export const behaviour: Behaviour = {
  pure: true,

  async start(context) {
    const { event, orderBy } = context.properties;
    if (typeof event !== 'string' || event === '') throw new context.CancelError('The event name is empty.');
    await context.addListener(event, orderOptions(orderBy, context.CancelError));
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

/** A path into the data, as one writes it behind `data.` in a variable; empty for events without an order. */
function orderOptions(path: unknown, CancelError: StartContext['CancelError']): { orderBy?: string[] } {
  const text = typeof path === 'string' ? path.trim() : '';
  if (text === '') return {};
  const steps = parseDataPath(text);
  if (!steps) throw new CancelError(`“${text}” is no path into the event data.`);
  return { orderBy: steps.map(String) };
}

/** Without an example that is JSON the one option has no schema, as clients of the interface know it. */
function dataOption(text: unknown): OutputOption {
  const option = { label: 'Data', value: 'data' };
  const example = typeof text === 'string' ? parseJsonText(text) : undefined;
  if (!example?.ok) return option;
  return { ...option, schema: schemaOfExample(example.value, 'App Event Data') };
}
