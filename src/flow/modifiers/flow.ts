import { maker } from './define.ts';
import type { Modifier } from './modifier.ts';

/** Facts about the flow that runs. */
export const flowModifiers: Modifier[] = [
  maker({
    name: 'g_flowId',
    label: 'Flow ID',
    category: 'flow',
    description: 'The id of this flow.',
    returns: 'string',
    example: '0b9f6c1e-7d52-4b36-8a4f-1d2c3b4a5968',
    make: (environment) => environment.flowId,
  }),
  maker({
    name: 'g_flowName',
    label: 'Flow Name',
    category: 'flow',
    description: 'The name of this flow.',
    returns: 'string',
    example: 'New orders to the warehouse',
    make: (environment) => environment.flowName,
  }),
  maker({
    name: 'g_userId',
    label: 'User ID',
    category: 'flow',
    description: 'The id of the user whose account runs this flow.',
    returns: 'string',
    example: '3d8e2f10-95ab-4c67-b1d2-e4f5a6b7c8d9',
    make: (environment) => environment.userId,
  }),
  maker({
    name: 'g_webhookUrl',
    label: 'Webhook URL',
    category: 'flow',
    description: 'The URL that calls this component.',
    returns: 'string',
    example: 'https://events.example.com/flows/f1/components/c1',
    make: (environment) => environment.webhookUrl,
  }),
  maker({
    name: 'g_customFields',
    label: 'Custom Fields',
    category: 'flow',
    description: 'The custom fields of this flow, as an object.',
    returns: 'object',
    example: { plan: 'gold' },
    make: (environment) => environment.customFields,
  }),
];
