import type { ComponentManifest, When } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

const operatorIs = (...operators: string[]): When => ({ in: { './operator': operators } });

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.Condition',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Sends the run one way when the conditions hold, the other way when they do not.',
  icon: strokeIcon('<path d="M4 12h5l6-6h5M9 12l6 6h5M17 3l3 3-3 3M17 15l3 3-3 3"/>'),
  inPorts: [
    {
      name: 'in',
      schema: { type: 'object', properties: { expression: { type: 'object' } } },
      inspector: {
        inputs: {
          expression: {
            type: 'expression',
            label: 'Conditions',
            tooltip: 'Without any condition the run leaves by “false”.',
            index: 1,
            levels: ['AND', 'OR'],
            fields: {
              input: { type: 'text', label: 'Input', index: 1, required: true },
              operator: {
                type: 'select',
                label: 'Operator',
                index: 2,
                required: true,
                variables: false,
                defaultValue: '=',
                options: [
                  { label: 'equals', value: '=' },
                  { label: 'does not equal', value: '!=' },
                  { label: 'is greater than', value: '>' },
                  { label: 'is greater than or equal to', value: '>=' },
                  { label: 'is less than', value: '<' },
                  { label: 'is less than or equal to', value: '<=' },
                  { label: 'is divisible by', value: '%' },
                  { label: 'is empty', value: 'empty' },
                  { label: 'is not empty', value: 'notEmpty' },
                  { label: 'contains', value: 'contains' },
                  { label: 'lies in the range', value: 'range' },
                  { label: 'matches the regular expression', value: 'regex' },
                ],
              },
              value: {
                type: 'text',
                label: 'Value',
                tooltip: 'Numbers and texts are compared by what they say: 5 equals "5".',
                index: 3,
                when: operatorIs('=', '!=', '>', '>=', '<', '<=', 'contains'),
              },
              divisor: { type: 'number', label: 'Divisor', index: 4, when: operatorIs('%'), required: true },
              rangeMin: { type: 'number', label: 'From', index: 5, when: operatorIs('range') },
              rangeMax: { type: 'number', label: 'To', index: 6, when: operatorIs('range') },
              exclusiveMin: {
                type: 'toggle',
                label: 'Leave out the lower limit',
                index: 7,
                when: operatorIs('range'),
              },
              exclusiveMax: {
                type: 'toggle',
                label: 'Leave out the upper limit',
                index: 8,
                when: operatorIs('range'),
              },
              regex: {
                type: 'text',
                label: 'Regular expression',
                placeholder: '^order-\\d+$',
                tooltip: 'A pattern of RE2 (no (?=…), no \\1); with flags as /pattern/i.',
                format: 'pattern',
                index: 9,
                when: operatorIs('regex'),
                required: true,
              },
            },
          },
        },
      },
    },
  ],
  outPorts: [
    { name: 'true', options: [] },
    { name: 'false', options: [] },
  ],
};
