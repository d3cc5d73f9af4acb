import { setTimeout as delay } from 'node:timers/promises';
import type { Session } from '../store/transaction.ts';
import type { EngineSettings } from './settings.ts';

const retryEveryMs = 500;

export type Subscription = {
  /** Makes sure that nothing told from now on is missed. */
  listen(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Hears what is told on a channel of the database, on a connection of its own from the first `listen` on. When it
 * breaks, another is opened as soon as that can be where `isNeeded`, and else at the next `listen`.
 */
export function createSubscription(
  { database, logger }: EngineSettings,
  options: {
    channel: string;
    onTold: (what: string) => void;
    /** It listens, maybe again: what was told before has not been heard. */
    onListening: () => void;
    isNeeded: () => boolean;
  },
): Subscription {
  const { channel } = options;
  const stopped = new AbortController();
  let connection: Promise<Session> | undefined;

  const open = async (): Promise<Session> => {
    const client = await database.connect();
    client.on('notification', ({ payload }) => options.onTold(payload ?? ''));
    client.on('end', () => {
      connection = undefined;
      void comeBack();
    });
    await client.query(`listen ${channel}`);
    options.onListening();
    return client;
  };

  const comeBack = async (): Promise<void> => {
    while (!stopped.signal.aborted && options.isNeeded()) {
      try {
        await listen();
        return;
      } catch (error) {
        logger.debug({ err: error, channel }, 'A channel cannot be listened to yet');
        await delay(retryEveryMs, undefined, { ref: false });
      }
    }
  };

  const listen = async (): Promise<void> => {
    connection ??= open().catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    await connection;
  };

  return {
    listen,
    async stop() {
      stopped.abort();
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
