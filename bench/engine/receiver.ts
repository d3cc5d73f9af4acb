import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The system at the end of the flow: it remembers when it was first called for which event. */
export type Receiver = {
  url: string;
  arrivedAt: Map<number, number>;
  /** Calls of `/hang` that have no answer yet. */
  hanging(): number;
  /** Resolves when so many different events have arrived; rejects when none came for 20 seconds. */
  untilArrived(count: number): Promise<void>;
  close(): void;
};

const patienceMs = 20_000;
/** How long a call of `/hang` waits for its answer. */
export const hangMs = 30_000;

export async function startReceiver(): Promise<Receiver> {
  const arrivedAt = new Map<number, number>();
  let last = performance.now();
  let look: (() => void) | undefined;
  let hanging = 0;
  const server = createServer((request, response) => {
    if (request.url === '/hang') {
      hanging += 1;
      setTimeout(() => {
        hanging -= 1;
        response.end('{"ok":true}');
      }, hangMs).unref();
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      last = performance.now();
      const no = Number(/"no": (\d+)/.exec(body)?.[1]);
      if (!arrivedAt.has(no)) arrivedAt.set(no, last);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
      look?.();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contacts`,
    arrivedAt,
    hanging: () => hanging,
    untilArrived: (count) =>
      new Promise((resolve, reject) => {
        last = performance.now();
        const watch = setInterval(() => {
          if (performance.now() - last < patienceMs) return;
          clearInterval(watch);
          reject(new Error(`${arrivedAt.size} of ${count} side effects arrived, then no more came.`));
        }, 1_000);
        look = () => {
          if (arrivedAt.size < count) return;
          clearInterval(watch);
          look = undefined;
          resolve();
        };
        look();
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
