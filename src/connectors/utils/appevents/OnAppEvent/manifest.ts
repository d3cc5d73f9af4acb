import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.appevents.OnAppEvent',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts the flow when your application sends this event for the user who runs it.',
  icon: strokeIcon('<path d="M13 3 5 13.5h6L10 21l8-10.5h-6z"/>'),
  webhook: true,
  outPorts: [
    {
      name: 'out',
      source: {
        url: '/component/appmixer/utils/appevents/OnAppEvent?outPort=out',
        data: {
          properties: {
            generateOutputPortOptions: true,
            event: 'properties/event',
            eventDataExample: 'properties/eventDataExample',
          },
        },
      },
    },
  ],
  properties: {
    schema: {
      type: 'object',
      properties: {
        event: { type: 'string' },
        eventDataExample: { type: 'string' },
        orderBy: { type: 'string' },
      },
      required: ['event'],
    },
    inspector: {
      inputs: {
        event: {
          type: 'text',
          label: 'Event Name',
          tooltip:
            'The name your application sends, for example contact-created. Upper and lower case matter.',
          placeholder: 'contact-created',
          index: 1,
          required: true,
        },
        eventDataExample: {
          type: 'textarea',
          encoding: 'json',
          label: 'Event Data Example',
          tooltip:
            'Paste the JSON your application sends. Its fields become variables in the steps that follow.',
          index: 2,
          defaultValue: '{\n  "id": 1042,\n  "name": "Ada Lovelace"\n}',
        },
        orderBy: {
          type: 'text',
          label: 'Keep the order by',
          tooltip:
            'A path into the event data, for example customer.id. Events with the same value there run one after another, as they came in, also where an earlier one waits for a time.',
          placeholder: 'customer.id',
          format: 'data-path',
          index: 3,
          group: 'advanced',
        },
      },
      groups: { advanced: { label: 'Advanced', index: 2, closed: true } },
    },
  },
};
