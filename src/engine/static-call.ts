import type { StaticContext } from '../connectors/component.ts';
import { NoStaticCall } from './errors.ts';
import type { EngineSettings } from './settings.ts';
import { webhookUrl } from './webhook-url.ts';

export type StaticCall = {
  type: string;
  outPort: string;
  properties: Record<string, unknown>;
  messages: StaticContext['messages'];
  componentId?: string | undefined;
  flowId?: string | undefined;
};

/**
 * Runs a component once without a flow, to make options for an inspector.
 *
 * @throws NoStaticCall when the component is not installed or has none; else what it threw
 */
export async function staticCall(settings: EngineSettings, call: StaticCall): Promise<unknown> {
  const behaviour = Object.hasOwn(settings.behaviours, call.type)
    ? settings.behaviours[call.type]
    : undefined;
  if (!behaviour?.static) throw new NoStaticCall(call.type);
  const context: StaticContext = {
    properties: call.properties,
    messages: call.messages,
    getWebhookUrl: (flowId, componentId) => webhookUrl(settings.publicUrl, flowId, componentId),
    ...(call.componentId === undefined ? {} : { componentId: call.componentId }),
    ...(call.flowId === undefined ? {} : { flowId: call.flowId }),
  };
  return behaviour.static(context, call.outPort);
}
