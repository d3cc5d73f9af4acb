import { schemaOfFields } from '../../../../flow/json-schema.ts';
import type { Behaviour } from '../../../component.ts';
import { variableFields } from './outputs.ts';
import { variablesOf } from './variables.ts';

export const behaviour: Behaviour = {
  pure: true,

  async receive(context) {
    await context.sendJson(variablesOf(context.messages['in']?.content['variables']), 'out');
  },

  async static(context) {
    return variableFields(context.messages['in']?.content['variables']).map((field) => ({
      label: field.label,
      value: field.step,
      schema: schemaOfFields([field]).properties?.[field.step] ?? {},
    }));
  },
};
