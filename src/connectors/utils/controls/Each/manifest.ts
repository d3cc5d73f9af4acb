import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

const correlationId = {
  label: 'Correlation ID',
  value: 'correlationId',
  schema: { type: 'string', example: '0192f0c1-…:each:1.0' },
};
const count = { label: 'Count', value: 'count', schema: { type: 'number', example: 3 } };

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.Each',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Goes through a list: what follows “item” runs once for every element.',
  icon: strokeIcon('<path d="M4 6h9M4 12h9M4 18h9M17 4v13M14 14l3 3 3-3"/>'),
  inPorts: [
    {
      name: 'in',
      maxConnections: 1,
      schema: { type: 'object', properties: { list: {} }, required: ['list'] },
      inspector: {
        inputs: {
          list: {
            type: 'textarea',
            label: 'List',
            tooltip: 'A list from an earlier step, or one as JSON such as ["a", "b"].',
            index: 1,
            required: true,
          },
        },
      },
    },
  ],
  outPorts: [
    {
      name: 'item',
      options: [
        { label: 'Index', value: 'index', schema: { type: 'number', example: 0 } },
        { label: 'Value', value: 'value' },
        count,
        correlationId,
      ],
    },
    { name: 'done', options: [count, correlationId] },
  ],
};
