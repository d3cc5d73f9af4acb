import type { Behaviour } from '../../../component.ts';
import { immediateResponse, urlInput } from './inputs.ts';

export const behaviour: Behaviour = {
  pure: true,

  async receive(context) {
    const request = context.messages.webhook?.content;
    if (!request) throw new context.CancelError('A Webhook runs only when its URL is called.');
    const { method, data, query, headers } = request;
    await context.sendJson({ method, data, query, headers }, 'request');
  },

  /** Without a flow there is no URL yet, so the field stays empty. */
  async static(context) {
    const { flowId, componentId } = context;
    const defaultValue = flowId && componentId ? context.getWebhookUrl(flowId, componentId) : '';
    return { inputs: { url: { ...urlInput, defaultValue }, immediateResponse } };
  },

  waitsForResponse: (properties) => properties['immediateResponse'] === false,
};
