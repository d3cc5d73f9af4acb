import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Random } from '../../e2e/support/random.ts';

/** The calls that came for one event at one path: how often with which idempotency key. */
export type Calls = Map<string, number>;

/** The system at the end of the flows. It is never killed, so its log is the truth about side effects. */
export type Receiver = {
  url: string;
  /** By `<path> <no>`. */
  calls: Map<string, Calls>;
  close(): Promise<void>;
};

const slowestMs = 40;

/** Answers after a while, so that crashes fall between a call and its answer, too; `/failing` fails at first. */
export async function startReceiver(random: Random): Promise<Receiver> {
  const calls = new Map<string, Calls>();
  const server = createServer((request, response) => {
    const key = String(request.headers['idempotency-key']);
    const answer = (body: unknown) => {
      const place = `${request.url} ${Number((body as { no: unknown }).no)}`;
      const seen = calls.get(place) ?? new Map<string, number>();
      calls.set(place, seen.set(key, (seen.get(key) ?? 0) + 1));
      const fails = request.url === '/failing' && seen.get(key) === 1;
      setTimeout(
        () => {
          response.writeHead(fails ? 503 : 200, { 'content-type': 'application/json' }).end('{"ok":true}');
        },
        random.between(0, slowestMs),
      );
    };
    // A call that a killed process did not finish has not happened.
    json(request).then(answer, () => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
