import type { FunctionCall } from '../../../flow/descriptor.ts';
import { variablesText as text } from '../../text/english/variables.ts';

/** What a pill is called that picks from a list: "items: each sku" tells more than "items". */
export function pickedLabel(label: string, [first]: readonly FunctionCall[]): string {
  const field = wordOf(first, 0);
  switch (first?.name) {
    case 'g_map':
      return field === undefined ? label : text('pill.each', { list: label, field });
    case 'g_find':
      return text('pill.first', { list: label });
    case 'g_filter':
      return text('pill.where', { list: label });
    default:
      return label;
  }
}

function wordOf(call: FunctionCall | undefined, at: number): string | undefined {
  const value = call?.params?.[at]?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
