import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { behaviours } from '../../connectors/behaviours.ts';
import { catalogue } from '../../connectors/catalogue.ts';
import { createOutbound } from '../../engine/outbound/outbound.ts';
import { useDatabase } from '../../store/testing/database.ts';
import { buildApp } from '../app.ts';
import { createPasswords } from '../auth/passwords.ts';
import { composeServices, type Parts } from '../compose.ts';
import { createLogger } from '../logger.ts';
import type { Services } from '../services.ts';
import { type ApiClient, createClient } from './client.ts';

export type TestServer = {
  services: Services;
  address: string;
  /** Calls without a token. */
  stranger: ApiClient;
  /** A new account that is signed in; each call makes another one. */
  user(name?: string): Promise<ApiClient & { id: string; username: string }>;
  /** Moves the clock of accounts, tokens and limits on. */
  pass: (milliseconds: number) => void;
};

type Options = Partial<Parts> & {
  /** Files below `dist/` and `public/`, by path. */
  files?: Record<string, string>;
};

/** The whole server on a database of its own, with the real engine, listening on a free loopback port. */
export function useServer({ files = {}, ...parts }: Options = {}): () => TestServer {
  const database = useDatabase();
  let server: TestServer | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'tributary-server-'));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const outbound = createOutbound({ allow: ['127.0.0.1'] });
    let passed = 0;
    const services = composeServices({
      database: database(),
      catalogue,
      behaviours,
      outbound,
      masterKey: Buffer.alloc(32, 7),
      signUp: 'open',
      fileLimit: 50 * 1024 * 1024,
      publicUrl: 'https://events.example.com',
      version: '0.0.0-test',
      metricsAccess: 'open',
      distFolder: path.join(folder, 'dist'),
      publicFolder: path.join(folder, 'public'),
      logger: createLogger('silent'),
      // Each account would take a tenth of a second of the processor.
      passwords: createPasswords({ logN: 4, r: 8, p: 1 }),
      clock: () => new Date(Date.now() + passed),
      ...parts,
    });
    const app = await buildApp(services);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    await services.engine.start();
    const stranger = createClient(address, undefined);
    let users = 0;
    server = {
      services,
      address,
      stranger,
      pass: (milliseconds) => (passed += milliseconds),
      async user(name) {
        const username = name ?? `user-${(users += 1)}@example.com`;
        const { body } = await stranger.post('/user', { username, password: 'a good one' });
        const client = createClient(address, (body as { token: string }).token);
        const { body: user } = await client.get('/user');
        return { ...client, id: (user as { id: string }).id, username };
      },
    };
    close = async () => {
      await app.close();
      await services.engine.stop();
      await outbound.close();
      await rm(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => close?.());
  return () => {
    if (!server) throw new Error('The test server exists only inside tests and their hooks.');
    return server;
  };
}
