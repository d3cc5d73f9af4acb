import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { copyPrepared } from './prepared-folder.ts';

const root = path.dirname(path.dirname(import.meta.dirname));

export type RunningServer = {
  /** e.g. `http://127.0.0.1:40213` */
  url: string;
  /** Ctrl-C: the server stops its PostgreSQL and ends. */
  stop(): Promise<void>;
  /** What a power cut or the out-of-memory killer does. */
  kill(): Promise<void>;
};

/** A data folder of its own, which the PostgreSQL of root may enter too. */
export async function makeDataFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-story-'));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The product as `npm start` runs it, on a free port. Outbound calls may reach the loopback receiver; `environment`
 * configures it further.
 */
export async function startServer(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      PORT: '0',
      HOST: '127.0.0.1',
      OUTBOUND_ALLOW: '127.0.0.0/8',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyAddress(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'exit');
    child.kill(signal);
    await closed;
  };
  return { url, stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}

/** The product as nobody has used it yet, on a data folder of its own, which goes with it. */
export async function startFreshServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const data = await makeDataFolder();
  await copyPrepared(data.folder);
  const server = await startServer(data.folder, environment);
  return {
    ...server,
    async stop() {
      await server.stop();
      await data.remove();
    },
  };
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/[\w.:-]+/.exec(line)?.[0];
    if (address) {
      // Later lines must not fill the pipe.
      child.stdout.resume();
      return address;
    }
  }
  throw new Error(`The server ended (${child.exitCode ?? child.signalCode}) before it was ready.`);
}
