import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { immediateResponse, urlInput } from './inputs.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.http.WebhookTrigger',
  label: 'Webhook',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts the flow when its own URL is called.',
  icon: strokeIcon(
    '<circle cx="12" cy="7" r="3.5"/><circle cx="6" cy="17" r="3"/><circle cx="18" cy="17" r="3"/><path d="M10.5 10 7.5 14.5M13.5 10l3 4.5M9 17h6"/>',
  ),
  webhook: true,
  outPorts: [
    {
      name: 'request',
      options: [
        { label: 'Method', value: 'method', schema: { type: 'string', example: 'POST' } },
        { label: 'Data', value: 'data', schema: {} },
        { label: 'Query', value: 'query', schema: { type: 'object' } },
        { label: 'Headers', value: 'headers', schema: { type: 'object' } },
      ],
    },
  ],
  properties: {
    schema: {
      type: 'object',
      properties: { url: { type: 'string' }, immediateResponse: { type: 'boolean' } },
    },
    source: {
      url: '/component/appmixer/utils/http/WebhookTrigger?outPort=request',
      data: { properties: { generateInspector: true } },
    },
    inspector: { inputs: { url: urlInput, immediateResponse } },
  },
};
