import type { ComponentManifest, InspectorInput } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { manifest as Condition } from '../Condition/manifest.ts';

const condition = inPortInputs()['expression']!;

/** The ways out besides `else`, which is taken when none of them is. */
export const ways = [1, 2, 3, 4, 5];

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.Switch5',
  label: 'Switch',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Sends the run the first of five ways whose conditions hold, or else the last way.',
  icon: strokeIcon('<path d="M4 12h5M9 12l7-7h4M9 12h11M9 12l7 7h4"/>'),
  inPorts: [
    {
      name: 'in',
      schema: {
        type: 'object',
        properties: Object.fromEntries(ways.map((way) => [`expression${way}`, { type: 'object' }])),
      },
      inspector: {
        inputs: Object.fromEntries(
          ways.map((way): [string, InspectorInput] => [
            `expression${way}`,
            {
              ...condition,
              label: `Conditions of way ${way}`,
              tooltip: 'The first way whose conditions hold is taken; a way without any is not.',
              index: way,
            },
          ]),
        ),
      },
    },
  ],
  outPorts: [...ways.map((way) => ({ name: `out${way}`, options: [] })), { name: 'else', options: [] }],
};

function inPortInputs(): Record<string, InspectorInput> {
  const [port] = Condition.inPorts ?? [];
  return (typeof port === 'object' && port.inspector?.inputs) || {};
}
