import { FormData as UndiciFormData } from 'undici';

/** Header names in lower case, as everywhere below this folder. */
export type Headers = Record<string, string>;

/** A Blob may be far larger than memory: it is sent as it is read (`exchange.ts`), and again after a redirect. */
export type Payload = { body: string | Uint8Array | Blob | UndiciFormData | null; headers: Headers };

/** The connection's own affair: an author's value for one of these could only break the request. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The body to send and the headers that belong to it. Objects and lists become JSON; texts, bytes, Blobs and
 * forms stay as they are. A form brings its own content type, which holds its boundary.
 */
export function payloadOf(data: unknown, authorHeaders: Record<string, string> = {}): Payload {
  const headers: Headers = { 'user-agent': 'Tributary', 'accept-encoding': 'gzip, deflate, br' };
  for (const [name, value] of Object.entries(authorHeaders)) {
    if (!connectionHeaders.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
  }
  if (data === undefined || data === null) return { body: null, headers };
  if (typeof data === 'string' || data instanceof Uint8Array) return { body: data, headers };
  if (data instanceof Blob)
    return { body: data, headers: data.type ? withType(headers, data.type) : headers };
  if (data instanceof URLSearchParams) {
    return { body: data.toString(), headers: withType(headers, 'application/x-www-form-urlencoded') };
  }
  if (data instanceof FormData) {
    delete headers['content-type'];
    return { body: toUndici(data), headers };
  }
  return { body: JSON.stringify(data), headers: withType(headers, 'application/json') };
}

function withType(headers: Headers, type: string): Headers {
  return headers['content-type'] === undefined ? { ...headers, 'content-type': type } : headers;
}

/** Node's own FormData is another class than that of the undici package, which alone its request takes. */
function toUndici(form: FormData): UndiciFormData {
  const copy = new UndiciFormData();
  for (const [name, value] of form) {
    // A file goes as it is: given a name again, it would be copied.
    copy.append(name, value);
  }
  return copy;
}

/** Adds query parameters to a URL: a list repeats its name, an object becomes JSON, nothing is left out. */
export function addParams(url: URL, params: Record<string, unknown> = {}): void {
  for (const [name, value] of Object.entries(params)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item === undefined || item === null) continue;
      url.searchParams.append(name, typeof item === 'string' ? item : JSON.stringify(item));
    }
  }
}
