import type { FastifyInstance } from 'fastify';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Logger } from 'pino';
import { behaviours } from '../connectors/behaviours.ts';
import { catalogue } from '../connectors/catalogue.ts';
import { createOutbound, type Outbound } from '../engine/outbound/outbound.ts';
import { defaultDataFolder } from '../store/embedded/folder.ts';
import { findUserByName } from '../store/users.ts';
import { buildApp, buildOperationApp } from './app.ts';
import { createAccount } from './auth/create-account.ts';
import { ownVersion } from './command.ts';
import { composeServices } from './compose.ts';
import { addressOf, type Config, ConfigError, type Role } from './config.ts';
import { openStore } from './open-store.ts';
import { masterKey } from './secrets.ts';
import type { Services } from './services.ts';
import { readStudioTexts } from './studio-texts.ts';
import { openTracing } from './tracing/open-tracing.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** How long requests that are under way may take to end once the server stops. */
const closeWithinMs = 5_000;

export type RunningServer = { address: string; stop(): Promise<void> };

/**
 * Starts everything one process runs: database, API, Studio, worker.
 *
 * @throws ConfigError for what the operator can mend by the configuration; whatever was started is stopped
 */
export async function startServer(config: Config, logger: Logger): Promise<RunningServer> {
  const outbound = outboundOf(config);
  const studioTexts = await readStudioTexts(config.studioTexts);
  const version = await ownVersion();
  const tracing = await openTracing(config.tracing, { version, logger });
  const dataFolder = config.dataDir ?? (await defaultDataFolder(root));
  const store = await openStore({ databaseUrl: config.databaseUrl, dataFolder }, logger);
  try {
    const port = config.port === 0 ? await freePort(config.host) : config.port;
    const address = addressOf(config.host, port);
    const services = composeServices({
      database: store.database,
      catalogue,
      behaviours,
      outbound,
      masterKey: await masterKey(config.secretKey, dataFolder),
      signUp: config.signUp,
      fileLimit: config.fileLimit,
      publicUrl: config.publicUrl ?? address,
      version,
      tracing: tracing.tracing,
      metricsAccess: config.metricsAccess,
      distFolder: path.join(root, 'dist'),
      publicFolder: path.join(root, 'public'),
      studioTexts,
      logger,
      clock: () => new Date(),
      engine: {
        eventsPerSecond: config.eventsPerSecond,
        openRunsPerUser: config.openRunsPerUser,
        userShare: config.userShare,
        retentionDays: config.retentionDays,
      },
    });
    await ensureAdmin(services, config.admin);
    const stopServing = await serve(services, config.role, { host: config.host, port });
    return {
      address,
      async stop() {
        await stopServing();
        await outbound.close();
        await store.close();
        await tracing.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Runs what the role says: the API, the worker, or both; the answer stops it. A worker answers to nothing but those who
 * operate it.
 */
async function serve(
  services: Services,
  role: Role,
  { host, port }: { host: string; port: number },
): Promise<() => Promise<void>> {
  const { engine } = services;
  const app = await (role === 'worker' ? buildOperationApp(services) : buildApp(services));
  const stop = async () => {
    // Stopping the engine also answers the webhook calls that still wait, so both end together.
    await Promise.all([closeApp(app), engine.stop()]);
  };
  try {
    await listen(app, host, port);
    // After listening: a second server on the same port must not take runs and hand them back.
    if (role !== 'server') await engine.start();
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

function outboundOf(config: Config): Outbound {
  try {
    return createOutbound({ allow: config.outboundAllow });
  } catch (error) {
    throw new ConfigError((error as Error).message, { cause: error });
  }
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new ConfigError(`Port ${port} is in use. Set PORT to another one.`, { cause: error });
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigError(`HOST and PORT: ${(error as Error).message}`, { cause: error });
    }
    throw error;
  }
}

async function closeApp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
  await app.close();
  clearTimeout(cut);
}

/** The configured account is made once; its password is not set again afterwards. */
async function ensureAdmin(services: Services, admin: Config['admin']): Promise<void> {
  if (!admin || (await findUserByName(services.database.db, admin.username))) return;
  await createAccount(services, admin, { scope: ['user', 'admin'] });
}

/** The public address must be known before anything listens. */
async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === 'string') throw new Error(`${host} has no free port.`);
  return address.port;
}
