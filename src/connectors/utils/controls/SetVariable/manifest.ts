import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { valueRowFields } from '../../rows.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.SetVariable',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Makes variables of your own, from fixed values or from those of earlier steps.',
  icon: strokeIcon(
    '<path d="M8 4c-2.5 0-2.5 2-2.5 4S5 12 3.5 12C5 12 5.5 14 5.5 16S5.5 20 8 20M16 4c2.5 0 2.5 2 2.5 4s.5 4 2 4c-1.5 0-2 2-2 4s0 4-2.5 4M10 10l4 4M14 10l-4 4"/>',
  ),
  inPorts: [
    {
      name: 'in',
      maxConnections: 1,
      schema: { type: 'object', properties: { variables: { type: 'object' } } },
      inspector: {
        inputs: {
          variables: {
            type: 'expression',
            label: 'Variables',
            tooltip: 'Each one can be used by name in the steps that follow.',
            index: 1,
            levels: ['ADD'],
            fields: valueRowFields('Name', [
              'text',
              'textarea',
              'number',
              'date-time',
              'toggle',
              'filepicker',
            ]),
          },
        },
      },
    },
  ],
  outPorts: [
    {
      name: 'out',
      source: {
        url: '/component/appmixer/utils/controls/SetVariable?outPort=out',
        data: {
          properties: { generateOutputPortOptions: true },
          messages: { 'in/variables': 'inputs/in/variables' },
        },
      },
    },
  ],
};
