import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { groups, headers, responseEncoding, responsePort, url } from '../verb/manifest.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.http.Get',
  label: 'HTTP Get',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Reads data from a URL.',
  icon: strokeIcon('<path d="M12 3v12M7 10.5l5 5 5-5M4 21h16"/>'),
  inPorts: [
    {
      name: 'in',
      schema: {
        type: 'object',
        properties: {
          url: { type: 'string' },
          headers: { type: 'string' },
          body: {},
          responseEncoding: { type: 'string' },
        },
        required: ['url'],
      },
      inspector: {
        inputs: {
          url,
          body: {
            type: 'textarea',
            label: 'Query',
            tooltip: 'A JSON object, or text such as page=2&size=50. It is added to the URL.',
            index: 2,
          },
          headers,
          responseEncoding,
        },
        groups,
      },
    },
  ],
  outPorts: [responsePort],
};
