import type { ConnectionError } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorBody } from '../contract/errors.ts';

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is not even HTTP, or has too large a head, in the shape of every error. */
export function handleClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const statusCode = statuses[error.code] ?? 400;
  const label = STATUS_CODES[statusCode] ?? 'Error';
  const message = statusCode === 431 ? 'The URL and the headers are too large.' : 'This is no HTTP request.';
  const body = JSON.stringify({ statusCode, error: label, message, code: 'BAD_REQUEST' } satisfies ErrorBody);
  const head = [
    `HTTP/1.1 ${statusCode} ${label}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
