import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

const text = (label: string, value: string, example: string) => ({
  label,
  value,
  schema: { type: 'string', example },
});

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.OnError',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts a run when another run of this flow has failed.',
  icon: strokeIcon('<path d="M12 4 3 19.5h18zM12 10v4M12 17v.01"/>'),
  trigger: true,
  outPorts: [
    {
      name: 'out',
      options: [
        {
          label: 'Error',
          value: 'error',
          schema: {
            type: 'object',
            properties: {
              message: { type: 'string', title: 'Message', example: 'The server did not answer.' },
              code: { type: 'string', title: 'Code', example: 'ECONNREFUSED' },
              name: { type: 'string', title: 'Name', example: 'Error' },
            },
          },
        },
        text('Component', 'componentId', '5f0c7a52-5e0b-4a3e-9a37-3d0a3a3f6a11'),
        text('Type of component', 'componentType', 'appmixer.utils.http.Post'),
        text('Correlation ID of the failed run', 'correlationId', '0192f0c1-7a3e-7d10-8c55-0b7a5f1c2d3e'),
        text('Flow', 'flowId', '8b0c1c1e-2f43-4f6b-b3a4-6a1c8c1f1a10'),
        text('Name of the flow', 'flowName', 'Orders to chat'),
        {
          ...text('Time', 'failedAt', ''),
          schema: { type: 'string', format: 'date-time', example: '2026-01-31T09:30:00.000Z' },
        },
      ],
    },
  ],
};
