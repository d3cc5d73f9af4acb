import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A system outside that answers as it is told: with a status, or not at all. */
export type MoodyEndpoint = {
  url: string;
  answer: number | 'none';
  /** What it was called with, at each path. */
  calls: { path: string; key: string | undefined; body: unknown }[];
  close(): Promise<void>;
};

export async function startMoodyEndpoint(): Promise<MoodyEndpoint> {
  const endpoint: MoodyEndpoint = { url: '', answer: 200, calls: [], close };
  const server = createServer((request, response) => {
    json(request).then(
      (body) => {
        const key = request.headers['idempotency-key'] as string | undefined;
        endpoint.calls.push({ path: request.url ?? '', key, body });
        // Only what is called last is in a mood.
        const answer = request.url === '/steady' ? 200 : endpoint.answer;
        if (answer !== 'none') response.writeHead(answer, { 'content-type': 'application/json' }).end('{}');
      },
      (error: Error) => response.writeHead(400).end(error.message),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  return endpoint;
}
