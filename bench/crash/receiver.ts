import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Random } from '../../e2e/support/random.ts';

/** When a call came, and when it was answered or its caller was gone; undefined while it lasts. Milliseconds. */
export type Call = { began: number; ended: number | undefined };

/** The calls that came for one event at one path, by their idempotency key. */
export type Calls = Map<string, Call[]>;

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
    const call: Call = { began: performance.now(), ended: undefined };
    // It is over, too, when the caller has died.
    response.on('close', () => (call.ended = performance.now()));
    const answer = (body: unknown) => {
      const place = `${request.url} ${Number((body as { no: unknown }).no)}`;
      const seen = calls.get(place) ?? new Map<string, Call[]>();
      const earlier = seen.get(key) ?? [];
      calls.set(place, seen.set(key, [...earlier, call]));
      const fails = request.url === '/failing' && earlier.length === 0;
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
