import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.Join',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Waits until a message has come from every component connected to it, then goes on once.',
  icon: strokeIcon('<path d="M4 5h4l5 7-5 7H4M13 12h7M17 9l3 3-3 3"/>'),
  inPorts: [{ name: 'in' }],
  properties: {
    schema: { type: 'object', properties: { timeout: { type: 'string' } } },
    inspector: {
      inputs: {
        timeout: {
          type: 'text',
          label: 'Wait at most',
          tooltip:
            'Such as 10m or 2h, from the first message on. Then the run goes on by “timeout”. Empty: as long as the run lasts.',
          placeholder: '10m',
          index: 1,
        },
      },
    },
  },
  outPorts: [
    { name: 'out', options: [] },
    {
      name: 'timeout',
      options: [
        { label: 'Expected', value: 'count', schema: { type: 'number', example: 2 } },
        { label: 'Arrived', value: 'arrived', schema: { type: 'number', example: 1 } },
      ],
    },
  ],
};
