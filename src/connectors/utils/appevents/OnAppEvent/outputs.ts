import type { ComponentConfig } from '../../../../flow/definition.ts';
import { fieldOf } from '../../../../flow/example.ts';
import type { Field } from '../../../../flow/fields.ts';
import { parseJsonText } from '../../../../flow/json-text.ts';

/** The payload is always wrapped: everything stands below `data`. An example that is no JSON tells nothing. */
export function outputs(config: ComponentConfig): Record<string, Field[]> {
  const text = config.properties['eventDataExample'];
  const example = typeof text === 'string' ? parseJsonText(text) : undefined;
  const data: Field = example?.ok
    ? fieldOf('data', 'Data', example.value)
    : { step: 'data', label: 'Data', types: ['unknown'] };
  return { out: [data] };
}
