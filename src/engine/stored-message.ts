import type { WebhookContent } from '../connectors/component.ts';

/** Headers that prove who the caller is: no flow and no log may see them. */
const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** The JSON text of a request as it is stored and given to the trigger. */
export function storedMessage(request: WebhookContent): string {
  const headers: Record<string, string> = {};
  for (const name of Object.keys(request.headers)) {
    if (!secretHeaders.has(name.toLowerCase())) headers[name] = request.headers[name]!;
  }
  const { method, hostname, query, data } = request;
  return JSON.stringify({ method, hostname, headers, query, data });
}
