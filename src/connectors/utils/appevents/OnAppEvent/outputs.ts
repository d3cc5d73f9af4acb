import type { ComponentConfig } from '../../../../flow/definition.ts';
import { fieldOf } from '../../../../flow/example.ts';
import type { Field } from '../../../../flow/fields.ts';
import { readExample } from '../../../../flow/read-example.ts';

/** The example read last: a large one is asked for again and again while its author changes something else. */
let last: { text: string; data: Field } | undefined;

/** The payload is always wrapped: everything stands below `data`. An example that is no JSON tells nothing. */
export function outputs(config: ComponentConfig): Record<string, Field[]> {
  const text = config.properties['eventDataExample'];
  if (typeof text !== 'string') return { out: [unknownData()] };
  if (last?.text !== text) last = { text, data: readData(text) };
  return { out: [last.data] };
}

function readData(text: string): Field {
  const example = readExample(text);
  return example.ok ? fieldOf('data', 'Data', example.value) : unknownData();
}

function unknownData(): Field {
  return { step: 'data', label: 'Data', types: ['unknown'] };
}
