import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Account } from './account.ts';

/**
 * Makes the data folder and the cluster's folder in it, which belongs to whoever runs PostgreSQL.
 *
 * @throws naming the folder that cannot be made or entered
 */
export async function makeFolders(dataFolder: string, cluster: string, account?: Account): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await mkdir(cluster, { recursive: true, mode: 0o700 });
    if (account) await chown(cluster, account.uid, account.gid);
    if (account) await assertReachable(dataFolder, account);
  } catch (cause) {
    throw new Error(`The data folder ${dataFolder} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

/** Every folder on the way must let the `postgres` user through. */
async function assertReachable(folder: string, account: Account): Promise<void> {
  for (let at = folder; ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new Error(
        `the system user "postgres" may not enter ${at}. Set DATA_DIR to a folder it can enter.`,
      );
    }
    if (path.dirname(at) === at) return;
  }
}

/** The database user's password: made once, readable by the owner of the data folder only. */
export async function passwordOf(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres.password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const password = randomBytes(24).toString('base64url');
    await writeFile(file, password, { mode: 0o600, flag: 'wx' }).catch(
      async (failure: NodeJS.ErrnoException) => {
        if (failure.code !== 'EEXIST') throw failure;
      },
    );
    return (await readFile(file, 'utf8')).trim();
  }
}

/** A loopback port for this data folder, chosen once, for where no socket can be used. */
export async function portOf(dataFolder: string): Promise<number> {
  const file = path.join(dataFolder, 'postgres.port');
  const known = Number(await readFile(file, 'utf8').catch(() => ''));
  if (known) return known;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No free port on the loopback address.');
  await writeFile(file, String(address.port));
  return address.port;
}
