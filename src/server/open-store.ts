import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Database, openDatabase } from '../store/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../store/embedded/server.ts';
import { migrate } from '../store/migrate.ts';
import { hasOtherClients } from '../store/reachable.ts';
import { ConfigError } from './config.ts';

export type Store = {
  database: Database;
  /** Closes the connections, and shuts the embedded PostgreSQL down unless others use it, too. */
  close(): Promise<void>;
};

/**
 * Opens the database, migrated: the configured one, else the embedded one of the data folder.
 *
 * @throws ConfigError when it cannot be reached, started or migrated
 */
export async function openStore(
  where: { databaseUrl: string | undefined; dataFolder: string },
  logger: Logger,
): Promise<Store> {
  const { databaseUrl, dataFolder } = where;
  const postgres = databaseUrl === undefined ? await startEmbedded(dataFolder) : undefined;
  const options = {
    ...(postgres?.connection ?? { connectionString: databaseUrl }),
    // Tells our connections from those of others.
    application_name: `tributary ${randomUUID()}`,
  };
  const database = openDatabase(options, (err) => logger.warn({ err }, 'A database connection broke'));
  const close = async () => {
    await database.close();
    if (!postgres) return;
    // One that no longer answers has no users either.
    const shared = await hasOtherClients(database).catch(() => false);
    if (!shared) await postgres.stop();
  };
  try {
    const newer = await migrate(database);
    if (newer.length > 0) {
      logger.warn(
        { migrations: newer },
        'A newer release has migrated the database; this process goes on beside it',
      );
    }
  } catch (cause) {
    await close();
    throw new ConfigError(`${postgres ? '' : 'DATABASE_URL: '}${inWords(cause)}`, { cause });
  }
  return { database, close };
}

async function startEmbedded(dataFolder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(dataFolder);
  } catch (cause) {
    throw new ConfigError((cause as Error).message, { cause });
  }
}

/** With its causes: the outermost one says what failed, the innermost why. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words = error.message || ((error as NodeJS.ErrnoException).code ?? error.name);
  return error.cause === undefined ? words : `${words}: ${inWords(error.cause)}`;
}
