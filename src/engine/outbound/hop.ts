import { CancelError } from '../../connectors/component.ts';
import type { Payload } from './payload.ts';

/** One request of a chain of redirects. */
export type Hop = { method: string; url: URL; payload: Payload };

const redirects = new Set([301, 302, 303, 307, 308]);
const secrets = ['authorization', 'proxy-authorization', 'cookie'];
const ofTheBody = ['content-type', 'content-encoding', 'content-language', 'content-location'];

/**
 * Where a redirect leads: `undefined` when the answer is none. The body goes along with 307 and 308 only,
 * secrets never leave their origin. Throws CancelError for a target that is no HTTP URL.
 */
export function nextHop(hop: Hop, statusCode: number, location: string | undefined): Hop | undefined {
  if (!redirects.has(statusCode) || location === undefined) return undefined;
  const url = httpUrl(location, hop.url);
  const becomesGet =
    (statusCode === 303 && hop.method !== 'HEAD') || (statusCode < 303 && hop.method === 'POST');
  const dropped = [
    ...(url.origin === hop.url.origin ? [] : secrets),
    ...(becomesGet ? ofTheBody : []),
    'host',
  ];
  const headers = Object.fromEntries(
    Object.entries(hop.payload.headers).filter(([name]) => !dropped.includes(name)),
  );
  return {
    method: becomesGet ? 'GET' : hop.method,
    url,
    payload: { body: becomesGet ? null : hop.payload.body, headers },
  };
}

/** Reads an http or https URL, or throws CancelError with what is wrong. */
export function httpUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new CancelError(`"${text}" is not a valid URL.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CancelError(`Only http and https URLs can be called, not ${url.protocol.slice(0, -1)}.`);
  }
  return url;
}

/** Moves `user:password@` of a URL into the header that carries it, or throws CancelError. */
export function moveCredentials(url: URL, headers: Record<string, string>): void {
  if (url.username === '' && url.password === '') return;
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  headers['authorization'] ??= `Basic ${Buffer.from(pair).toString('base64')}`;
  url.username = '';
  url.password = '';
}

function decoded(credential: string): string {
  try {
    return decodeURIComponent(credential);
  } catch (cause) {
    throw new CancelError('The user name or the password in the URL is not percent-encoded.', { cause });
  }
}
