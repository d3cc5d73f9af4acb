import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Received = { path: string; body: unknown; idempotencyKey: string | undefined };

export type Receiver = {
  url: string;
  received: Received[];
  /** Until it is called with false, calls get no answer. */
  hold(held: boolean): void;
};

/** A local HTTP server that keeps what it was sent and answers 200; gone with the test. */
export async function useReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let held = false;
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      received.push({
        path: request.url ?? '',
        body: body === '' ? undefined : JSON.parse(body),
        idempotencyKey: request.headers['idempotency-key'] as string | undefined,
      });
      if (!held) response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, hold: (now) => (held = now) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
