import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { moment } from '../../moment.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.timers.Timer',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts the flow again and again, each time after the same number of minutes.',
  icon: strokeIcon('<circle cx="12" cy="13" r="8"/><path d="M12 9v4M9 2h6M19 5l2 2"/>'),
  trigger: true,
  tick: true,
  outPorts: [
    {
      name: 'out',
      options: [
        { label: 'Now', value: 'now', schema: moment },
        { label: 'Last tick', value: 'lastTick', schema: moment },
        { label: 'Milliseconds since', value: 'elapsed', schema: { type: 'number', example: 900_000 } },
      ],
    },
  ],
  properties: {
    schema: { type: 'object', properties: { interval: { type: 'number' } }, required: ['interval'] },
    inspector: {
      inputs: {
        interval: {
          type: 'number',
          label: 'Minutes between',
          tooltip: 'The first time comes as soon as the flow starts, the second one that long after.',
          index: 1,
          min: 1,
          required: true,
          defaultValue: 15,
        },
      },
    },
  },
};
