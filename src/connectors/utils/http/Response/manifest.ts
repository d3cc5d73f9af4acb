import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.http.Response',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Answers the call that started this run through a Webhook.',
  icon: strokeIcon('<path d="M9 6 4 11l5 5M4 11h9a7 7 0 0 1 7 7v1"/>'),
  inPorts: [
    {
      name: 'in',
      schema: {
        type: 'object',
        properties: { body: {}, statusCode: { type: 'number' }, headers: { type: 'string' } },
      },
      inspector: {
        inputs: {
          body: {
            type: 'textarea',
            label: 'Body',
            tooltip: 'Text that is JSON is answered as JSON.',
            index: 1,
          },
          statusCode: {
            type: 'number',
            label: 'Status code',
            index: 2,
            defaultValue: 200,
            min: 200,
            max: 599,
            step: 1,
          },
          headers: {
            type: 'textarea',
            encoding: 'json',
            label: 'Headers',
            tooltip: 'A JSON object, for example {"Cache-Control": "no-store"}.',
            index: 3,
          },
        },
      },
    },
  ],
};
