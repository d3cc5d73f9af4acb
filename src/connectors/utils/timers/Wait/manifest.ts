import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.timers.Wait',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Holds the run for a time, or until a moment, and then goes on with the same data.',
  icon: strokeIcon('<path d="M7 3h10M7 21h10M8 3v4l4 5-4 5v4M16 3v4l-4 5 4 5v4"/>'),
  inPorts: [
    {
      name: 'in',
      schema: {
        type: 'object',
        properties: { interval: { type: 'string' }, until: { type: 'string', format: 'date-time' } },
      },
      inspector: {
        inputs: {
          interval: {
            type: 'text',
            label: 'Wait for',
            tooltip:
              'Such as 30s, 5m, 1h 30m or 2 days. The wait outlasts restarts. A test of the flow does not wait: it notes the time and goes on.',
            placeholder: '1h 30m',
            index: 1,
            required: true,
            when: { eq: { './until': '' } },
          },
          until: {
            type: 'date-time',
            label: 'Or until',
            tooltip: 'A moment that has passed does not hold the run.',
            index: 2,
            absentValue: '',
            config: { enableTime: true },
          },
        },
      },
    },
  ],
  outPorts: [{ name: 'out' }],
};
