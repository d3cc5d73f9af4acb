import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { postgresEnvironment } from './binaries.ts';

const run = promisify(execFile);

type Options = { binaries: string; cluster: string; account?: Account | undefined; password: string };

/**
 * Makes an empty cluster (`initdb`) unless there is one. It is made beside its place and moved there when it
 * is whole, so a run that was cut off is never taken for a cluster.
 */
export async function initialise({ binaries, cluster, account, password }: Options): Promise<void> {
  if (await exists(path.join(cluster, 'PG_VERSION'))) return;
  const partial = `${cluster}.${process.pid}`;
  const passwordFile = `${partial}.password`;
  await mkdir(partial, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(partial, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${partial}`,
        '--username=tributary',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...account, cwd: partial, env: postgresEnvironment(binaries) },
    );
    await rename(partial, cluster);
  } catch (cause) {
    throw new Error(`PostgreSQL could not be initialised in ${cluster}: ${(cause as Error).message}`, {
      cause,
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
