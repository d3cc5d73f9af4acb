import type { Behaviour, StaticContext } from '../connectors/component.ts';
import { own } from '../flow/record.ts';
import { NoStaticCall } from './errors.ts';
import type { EngineSettings } from './settings.ts';
import { webhookUrl } from './webhook-url.ts';

export type StaticCall = {
  type: string;
  outPort: string;
  properties: Record<string, unknown>;
  messages: StaticContext['messages'];
  /** Of a source (INTERFACE §2.4): a file beside the component and a function in it, `./transformers#listsToSelect`. */
  transform?: string | undefined;
  componentId?: string | undefined;
  flowId?: string | undefined;
};

/**
 * Runs a component once without a flow, to make options for an inspector; its answer goes through the transform that is asked for.
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
  const answer = await behaviour.static(context, call.outPort);
  const transform = transformOf(behaviour, call.transform);
  return transform ? transform(answer) : answer;
}

/** Our components keep such functions by name, not by file. One they do not have leaves the answer as it is. */
function transformOf({ transforms }: Behaviour, wanted: string | undefined) {
  const name = wanted?.split('#')[1];
  return name === undefined ? undefined : own(transforms, name);
}
