import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type ApiClient, createClient } from './client.ts';

export type ServerProcess = {
  child: ChildProcess;
  address: string;
  stranger: ApiClient;
  /** A new account that is signed in. */
  signUp(username: string): Promise<ApiClient>;
  /** Ctrl-C; resolves at its end. */
  stop(): Promise<void>;
};

/** The product as a process of its own on a data folder, killed with the test if it still runs. */
export async function startProcess(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: dataFolder,
      LOG_LEVEL: 'fatal',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const [, address] = / at (http:\S+)\/studio\/\n$/.exec(output) ?? [];
  if (address === undefined) throw new Error(`It did not start: ${output}`);
  const stranger = createClient(address, undefined);
  return {
    child,
    address,
    stranger,
    async signUp(username) {
      const { needed } = (await stranger.get('/setup')).body as { needed: boolean };
      const account = { username, password: 'a good one' };
      const { body } = await stranger.post(needed ? '/setup' : '/user', account);
      return createClient(address, (body as { token: string }).token);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
