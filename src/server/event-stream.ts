import { once } from 'node:events';
import type { FastifyReply } from 'fastify';

export type EventStream = {
  /** Resolves when the client can take more, or is gone. */
  send(event: string, data: unknown): Promise<void>;
  end: () => void;
};

/** So often something is sent, that no proxy in between takes the connection for dead. */
const heartbeatMs = 15_000;

/** Answers with server-sent events from now on; the route's own return value is not sent. */
export function openEventStream(reply: FastifyReply): EventStream {
  const { raw } = reply;
  void reply.headers({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.hijack();
  raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  raw.flushHeaders();
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  const gone = new AbortController();
  raw.once('close', () => {
    clearInterval(heartbeat);
    gone.abort();
  });
  return {
    async send(event, data) {
      if (gone.signal.aborted) return;
      if (raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return;
      await once(raw, 'drain', { signal: gone.signal }).catch((error: unknown) => {
        if (!gone.signal.aborted) throw error;
      });
    },
    end: () => raw.end(),
  };
}

/** Aborted when the client hangs up before it has its answer. */
export function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
