import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { Api } from '../../e2e/support/api.ts';
import { makeDataFolder, startServer } from '../../e2e/support/server.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded/server.ts';
import { startFlow } from './flow.ts';
import { forkLoad, type Load } from './fork-load.ts';

/** Everything the measurements need, each part a process of its own: product, PostgreSQL, raw server, load. */
export type Stage = {
  url: string;
  rawUrl: string;
  load: Load;
  database: pg.Client;
  /** Has one running three-step flow. */
  token: string;
  userId: string;
  flowId: string;
  /** Another user with a running flow of their own. */
  newUser(name: string): Promise<{ token: string; userId: string }>;
  /** Another user whose flow calls an endpoint that does not answer for half a minute. */
  newHangingUser(name: string): Promise<{ token: string; userId: string }>;
  close(): Promise<void>;
};

const password = 'correct horse';

export async function setStage(): Promise<Stage> {
  const data = await makeDataFolder();
  const server = await startServer(data.folder);
  // The server's own PostgreSQL, found running and shared.
  const postgres = await startEmbeddedPostgres(data.folder);
  const database = new pg.Client(postgres.connection);
  await database.connect();
  const load = await forkLoad();
  const receiverUrl = await load.ask('receiverUrl', undefined);

  const open = new Api(server.url);
  const signUp = async (name: string, url = receiverUrl) => {
    const api = await open.as(name, password);
    const flowId = await startFlow(api, url);
    const { rows } = await database.query<{ id: string }>('select user_id as id from flows where id = $1', [
      flowId,
    ]);
    return { token: api.token!, userId: rows[0]!.id, flowId };
  };
  const main = await signUp('bench');
  const raw = fork(path.join(import.meta.dirname, 'raw-server.ts'), {
    env: {
      ...process.env,
      RAW: JSON.stringify({ connection: postgres.connection, token: main.token, userId: randomUUID() }),
    },
  });
  const [rawUrl] = (await once(raw, 'message')) as [string];

  return {
    ...main,
    url: server.url,
    rawUrl,
    load,
    database,
    newUser: (name) => signUp(name),
    newHangingUser: (name) => signUp(name, new URL('/hang', receiverUrl).href),
    async close() {
      load.stop();
      raw.disconnect();
      // While this connection is open the server leaves the PostgreSQL to us.
      await server.stop();
      await database.end();
      await postgres.stop();
      await data.remove();
    },
  };
}
