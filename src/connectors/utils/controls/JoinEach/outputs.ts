import type { OutputsFrom } from '../../../../flow/definition.ts';
import type { Field } from '../../../../flow/fields.ts';

/** The items are what comes in, or what is named of it. */
export const outputs: OutputsFrom = (config, upstream) => {
  const named = config.inputs['in']?.['item'];
  const isNamed = named !== undefined && named !== '';
  const item = isNamed ? upstream.valueOf('in', 'item') : messageField(upstream.messageOf('in'));
  const items: Field = {
    step: 'items',
    label: 'Items',
    types: ['array'],
    ...(item && { children: [{ ...item, step: 0, label: 'Item' }] }),
  };
  return { out: [items], timeout: [items, number('count', 'Count', 3), number('arrived', 'Arrived', 2)] };
};

function messageField(fields: Field[] | undefined): Field | undefined {
  return fields && { step: 0, label: 'Item', types: ['object'], children: fields };
}

function number(step: string, label: string, sample: number): Field {
  return { step, label, types: ['number'], sample };
}
