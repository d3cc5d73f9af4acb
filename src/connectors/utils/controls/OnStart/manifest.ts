import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { moment } from '../../moment.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.OnStart',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Runs once each time the flow is started.',
  icon: strokeIcon('<path d="M7 4.5v15l12-7.5z"/>'),
  trigger: true,
  outPorts: [
    {
      name: 'out',
      options: [
        {
          label: 'Started',
          value: 'started',
          schema: moment,
        },
      ],
    },
  ],
};
