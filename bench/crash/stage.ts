import { Api } from '../../e2e/support/api.ts';
import { freePort } from '../../e2e/support/receiver.ts';
import { makeDataFolder, type RunningServer, startServer } from '../../e2e/support/server.ts';
import path from 'node:path';
import { passwordOf } from '../../src/store/embedded/cluster-folder.ts';
import { type Connection, postmasterPid } from '../../src/store/embedded/process.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/server.ts';
import { startFlows } from './flows.ts';

/** A process of the product: it is killed, and started again on the same port as a supervisor would. */
export type Instance = {
  name: string;
  url: string;
  runsFlows: boolean;
  kill(): Promise<void>;
  start(): Promise<void>;
};

/** What is there to be killed, and who sends events to it. */
export type Stage = {
  instances: Instance[];
  users: Api[];
  database: Connection;
  /** Kills the postmaster; PostgreSQL has to come back without us. */
  killPostgres(): Promise<void>;
  close(): Promise<void>;
};

const userCount = 3;

/** One process does everything on its embedded PostgreSQL; or a server and workers share one. */
export async function setStage(processes: number, receiverUrl: string): Promise<Stage> {
  const data = await makeDataFolder();
  const shared = processes > 1 ? await startEmbeddedPostgres(data.folder) : undefined;
  const environment: Record<string, string> = {
    // A cut connection is what we ask for: only what nobody foresaw is told.
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    SIGN_UP: 'open',
    ...(shared ? { DATABASE_URL: urlOf(shared), SECRET_KEY: 'k'.repeat(32) } : {}),
  };
  const instances: Instance[] = [];
  const close = async () => {
    for (const instance of instances) await instance.kill();
    await (shared ?? (await startEmbeddedPostgres(data.folder))).stop();
    await data.remove();
  };
  try {
    for (let index = 0; index < processes; index += 1) {
      const role = processes === 1 ? 'all' : index === 0 ? 'server' : 'worker';
      const name = role === 'worker' ? `worker ${index}` : 'server';
      instances.push(await startInstance(name, data.folder, { ...environment, ROLE: role }));
    }
    const users = await signUp(instances[0]!.url, receiverUrl);
    return {
      instances,
      users,
      // Of our own: whoever starts the embedded PostgreSQL brings it back when it is killed.
      database: {
        host: path.join(data.folder, 'postgres'),
        port: 5432,
        user: 'tributary',
        password: await passwordOf(data.folder),
        database: 'postgres',
      },
      async killPostgres() {
        const pid = await postmasterPid(path.join(data.folder, 'postgres'));
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Users with running flows of their own. */
async function signUp(url: string, receiverUrl: string): Promise<Api[]> {
  const open = new Api(url);
  const users: Api[] = [];
  for (let index = 0; index < userCount; index += 1) {
    const user = await open.as(`user-${index}`, 'correct horse');
    await startFlows(user, receiverUrl);
    users.push(user);
  }
  return users;
}

async function startInstance(
  name: string,
  folder: string,
  environment: Record<string, string>,
): Promise<Instance> {
  const port = String(await freePort());
  const open = () => startServer(folder, { ...environment, PORT: port });
  let running: RunningServer = await open();
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    runsFlows: environment['ROLE'] !== 'server',
    kill: () => running.kill(),
    async start() {
      running = await open();
    },
  };
}

function urlOf({ connection: { host, port, user, password, database } }: EmbeddedPostgres): string {
  const where = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?${where}`;
}
