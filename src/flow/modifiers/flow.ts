import type { Modifier } from './modifier.ts';

const own = { category: 'flow' as const, arguments: [], takesValue: false };

/** Facts about the flow that runs. */
export const flowModifiers: Modifier[] = [
  {
    ...own,
    name: 'g_flowId',
    label: 'Flow ID',
    description: 'The id of this flow.',
    returns: 'string',
    example: { result: '0b9f6c1e-7d52-4b36-8a4f-1d2c3b4a5968' },
    apply: (_value, _args, environment) => environment.flowId,
  },
  {
    ...own,
    name: 'g_flowName',
    label: 'Flow Name',
    description: 'The name of this flow.',
    returns: 'string',
    example: { result: 'New orders to the warehouse' },
    apply: (_value, _args, environment) => environment.flowName,
  },
  {
    ...own,
    name: 'g_userId',
    label: 'User ID',
    description: 'The id of the user whose account runs this flow.',
    returns: 'string',
    example: { result: '3d8e2f10-95ab-4c67-b1d2-e4f5a6b7c8d9' },
    apply: (_value, _args, environment) => environment.userId,
  },
  {
    ...own,
    name: 'g_webhookUrl',
    label: 'Webhook URL',
    description: 'The URL that calls this component.',
    returns: 'string',
    example: { result: 'https://events.example.com/flows/f1/components/c1' },
    apply: (_value, _args, environment) => environment.webhookUrl,
  },
  {
    ...own,
    name: 'g_customFields',
    label: 'Custom Fields',
    description: 'The custom fields of this flow, as an object.',
    returns: 'object',
    example: { result: { plan: 'gold' } },
    apply: (_value, _args, environment) => environment.customFields,
  },
];
