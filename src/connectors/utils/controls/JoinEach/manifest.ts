import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

const correlationId = {
  type: 'text',
  label: 'Correlation ID',
  tooltip: 'Messages with the same one belong together. Empty: those of the same list do.',
  index: 3,
};
const items = { label: 'Items', value: 'items', schema: { type: 'array', items: {} } };

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.JoinEach',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Collects what came of the elements of a list into one list again.',
  icon: strokeIcon('<path d="M4 6h7M4 12h7M4 18h7M11 6l4 6-4 6M15 12h5"/>'),
  inPorts: [
    {
      name: 'in',
      schema: { type: 'object', properties: { item: {}, correlationId: { type: 'string' } } },
      inspector: {
        inputs: {
          item: {
            type: 'textarea',
            label: 'Item',
            tooltip: 'What is collected of each message. Empty: the message as it comes.',
            index: 1,
          },
          correlationId,
        },
      },
    },
    {
      name: 'count',
      schema: {
        type: 'object',
        properties: {
          count: { type: 'number' },
          timeout: { type: 'string' },
          correlationId: { type: 'string' },
        },
        required: ['count'],
      },
      inspector: {
        inputs: {
          count: {
            type: 'text',
            label: 'Count',
            tooltip: 'How many items to wait for: the Count of “Each”, from its port “done”.',
            index: 1,
            required: true,
          },
          timeout: {
            type: 'text',
            label: 'Wait at most',
            tooltip:
              'Such as 10m or 2h, from the count on. Then the run goes on by “timeout” with what has come. Empty: as long as the run lasts.',
            placeholder: '10m',
            index: 2,
          },
          correlationId,
        },
      },
    },
  ],
  outPorts: [
    { name: 'out', options: [items] },
    {
      name: 'timeout',
      options: [
        items,
        { label: 'Count', value: 'count', schema: { type: 'number', example: 3 } },
        { label: 'Arrived', value: 'arrived', schema: { type: 'number', example: 2 } },
      ],
    },
  ],
};
