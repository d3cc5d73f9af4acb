import { setTimeout as delay } from 'node:timers/promises';
import { answeredInTime } from '../store/database.ts';
import { isConnectionFailure, type Session } from '../store/transaction.ts';
import { buryDead, registerWorker, removeWorker } from '../store/workers.ts';
import type { EngineSettings } from './settings.ts';

export type WorkerRegistry = {
  /** Takes this worker's lock and frees the jobs of dead ones. Resolves after that. */
  start(): Promise<void>;
  /** Gives back what this worker still holds, its row and its lock. */
  stop(): Promise<void>;
};

/** After our own connection broke, others may need as long: a host that says nothing is given up after some seconds. */
const reconnectGraceMs = 5_000;
/** After the database has started: everybody has been told that it had ended. */
const restartGraceMs = 3_000;
const reconnectEveryMs = 250;

/**
 * Knows which worker processes live. Each holds a session-level advisory lock on a connection of its own for
 * as long as it lives; whose lock is free is dead, and its jobs go back to the queue at once.
 *
 * States of this worker: `away` (no connection) → `registered` (lock held, sweeping) → `away` again when the
 * connection breaks, until `stop`.
 */
export function createWorkerRegistry(
  settings: Pick<EngineSettings, 'database' | 'logger' | 'clock' | 'watchMs'>,
  workerId: string,
): WorkerRegistry {
  const { database, logger, clock, watchMs } = settings;
  const stopped = new AbortController();
  let session: Session | undefined;
  let sweeping: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const register = async (): Promise<void> => {
    const client = await database.connect(answeredInTime);
    try {
      // A dead peer at the other end of a network is noticed by Postgres within about ten seconds.
      await client.query(
        `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3`,
      );
      // A sweeper may hold the lock for a moment, and an earlier connection of ours until Postgres notices its end.
      while (!(await registerWorker(client, workerId, clock()))) {
        await delay(reconnectEveryMs, undefined, { signal: stopped.signal });
      }
    } catch (error) {
      await client.end();
      throw error;
    }
    session = client;
    client.once('end', () => {
      session = undefined;
      if (!stopped.signal.aborted) void comeBack();
    });
  };

  const comeBack = async (): Promise<void> => {
    clearTimeout(timer);
    logger.warn({ workerId }, 'The connection of the worker lock broke');
    while (!stopped.signal.aborted) {
      try {
        await register();
        schedule(reconnectGraceMs);
        return;
      } catch (error) {
        logger.debug({ err: error, workerId }, 'The worker lock could not be taken again yet');
        await delay(reconnectEveryMs);
      }
    }
  };

  const sweep = async (client: Session): Promise<void> => {
    for (const id of await buryDead(client, workerId, restartGraceMs)) {
      logger.warn({ workerId: id }, 'A worker died; its runs go on elsewhere');
    }
  };

  const look = async (): Promise<void> => {
    const client = session;
    if (!client) return;
    try {
      await sweep(client);
    } catch (error) {
      logger.warn({ err: error }, 'Dead workers could not be looked for');
      // An answer that did not come may never come: another connection is opened.
      if (isConnectionFailure(error)) await client.end();
    }
    // Once the connection broke, who comes back says when others are looked for again.
    if (session === client) schedule(watchMs);
  };

  const schedule = (ms: number): void => {
    clearTimeout(timer);
    if (stopped.signal.aborted) return;
    timer = setTimeout(() => {
      sweeping = look();
    }, ms);
  };

  return {
    async start() {
      await register();
      if (session) await sweep(session);
      schedule(watchMs);
    },
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await sweeping;
      const client = session;
      if (!client) return;
      try {
        await removeWorker(client, workerId);
      } catch (error) {
        logger.warn({ err: error, workerId }, 'What the worker holds is given back by others');
      }
      await client.end();
    },
  };
}
