import type { Session } from '../store/transaction.ts';
import type { EngineSettings } from './settings.ts';

export type Subscription = {
  /** Makes sure that nothing told from now on is missed. */
  listen(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Hears what is told on a channel of the database, on a connection of its own from the first `listen` on. When it
 * breaks, another is opened at once where `isNeeded`, and else at the next `listen`.
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
  let connection: Promise<Session> | undefined;

  const open = async (): Promise<Session> => {
    const client = await database.connect();
    client.on('notification', ({ payload }) => options.onTold(payload ?? ''));
    client.on('end', () => {
      connection = undefined;
      if (!options.isNeeded()) return;
      listen().catch((error: unknown) => logger.warn({ err: error, channel }, 'It cannot be listened'));
    });
    await client.query(`listen ${channel}`);
    options.onListening();
    return client;
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
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
