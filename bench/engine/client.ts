import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export type Reply = { status: number; body: string };

/**
 * One keep-alive connection with one request under way at a time. It does less than a general HTTP client, so that
 * the load leaves the processors to what is measured; a reply without a Content-Length is an error.
 */
export type Connection = { post(request: Buffer): Promise<Reply>; close(): void };

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void };

export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let waiting: Waiting | undefined;
  let received = '';
  const settle = (act: (waiting: Waiting) => void) => {
    const one = waiting;
    waiting = undefined;
    if (one) act(one);
  };
  // Latin-1: a character is a byte, so Content-Length counts characters.
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    try {
      const parsed = parse(received);
      if (!parsed) return;
      received = received.slice(parsed.length);
      settle(({ resolve }) => resolve(parsed.reply));
    } catch (error) {
      settle(({ reject }) => reject(error as Error));
    }
  });
  const fail = (error: Error) => settle(({ reject }) => reject(error));
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection.')));
  return {
    post: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function parse(text: string): { reply: Reply; length: number } | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  if (length === undefined) throw new Error(`A reply without its length: ${text.slice(0, end)}`);
  const total = end + 4 + Number(length);
  if (text.length < total) return undefined;
  return { reply: { status: Number(text.slice(9, 12)), body: text.slice(end + 4, total) }, length: total };
}

/** The bytes of a POST with a JSON body. */
export function postRequest(target: { url: string; path: string; token: string; body: string }): Buffer {
  const { host } = new URL(target.url);
  return Buffer.from(
    [
      `POST ${target.path} HTTP/1.1`,
      `Host: ${host}`,
      `Authorization: Bearer ${target.token}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(target.body)}`,
      '',
      target.body,
    ].join('\r\n'),
  );
}
