import type { OutputsFrom } from '../../../../flow/definition.ts';
import { fieldOf } from '../../../../flow/example.ts';
import type { Field } from '../../../../flow/fields.ts';
import { parseJsonText } from '../../../../flow/json-text.ts';

/** `value` is what is known of the list's elements: of the variable that gives the list, or of the list itself. */
export const outputs: OutputsFrom = (config, upstream) => {
  const count: Field = { step: 'count', label: 'Count', types: ['number'], sample: 3 };
  const correlationId: Field = { step: 'correlationId', label: 'Correlation ID', types: ['string'] };
  const element = elementOf(upstream.valueOf('in', 'list') ?? written(config.inputs['in']?.['list']));
  return {
    item: [
      { step: 'index', label: 'Index', types: ['number'], sample: 0 },
      element ?? { step: 'value', label: 'Value', types: ['unknown'] },
      count,
      correlationId,
    ],
    done: [count, correlationId],
  };
};

function elementOf(list: Field | undefined): Field | undefined {
  const first = list?.children?.find(({ step }) => typeof step === 'number');
  if (!first) return undefined;
  const { optional: _, ...known } = first;
  return { ...known, step: 'value', label: 'Value' };
}

function written(text: unknown): Field | undefined {
  if (typeof text !== 'string') return undefined;
  const parsed = parseJsonText(text);
  return parsed.ok && Array.isArray(parsed.value) ? fieldOf('list', 'List', parsed.value) : undefined;
}
