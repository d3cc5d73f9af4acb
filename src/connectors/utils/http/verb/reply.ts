import type { HttpReply } from '../../../component.ts';
import { parseContentType } from '../headers.ts';

/** What a verb emits on its port `response`. */
export type VerbResponse = {
  body: unknown;
  headers: Record<string, unknown>;
  request: { uri: string; method: string; headers: Record<string, string> };
  statusCode: number;
};

const encodings: Record<string, BufferEncoding> = {
  ascii: 'ascii',
  utf8: 'utf8',
  utf16le: 'utf16le',
  base64: 'base64',
  latin1: 'latin1',
  binary: 'latin1',
  hex: 'hex',
};

const notText = new Set(['base64', 'hex', 'noEncoding']);

/** The reply as the message of a verb. JSON comes parsed unless the author asked for its bytes. */
export function responseOf(reply: HttpReply, responseEncoding: unknown): VerbResponse {
  const header = reply.headers['content-type'];
  const contentType = header === undefined ? undefined : parseContentType(header);
  return {
    body: decode(reply.body, contentType?.type ?? '', responseEncoding),
    headers: { ...reply.headers, ...(contentType && { 'content-type': contentType }) },
    request: reply.request,
    statusCode: reply.statusCode,
  };
}

/** `noEncoding` gives the bytes in the JSON form of a Buffer. */
function decode(body: Buffer, type: string, responseEncoding: unknown): unknown {
  if (responseEncoding === 'noEncoding') return body.toJSON();
  const name = typeof responseEncoding === 'string' ? responseEncoding : 'utf8';
  const text = body.toString(encodings[name] ?? 'utf8');
  return notText.has(name) || !/[/+]json$/.test(type) ? text : parsedOr(text);
}

/** A server that says JSON and sends something else: the author gets the text to look at. */
function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
