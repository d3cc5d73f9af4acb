import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system user that PostgreSQL runs as. */
export type Account = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. Root gets the `postgres` system user, created when missing; everybody
 * else runs it as themselves (`undefined`).
 */
export async function accountForPostgres(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUp('postgres');
  if (found) return found;
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (cause) {
    const alreadyThere = await lookUp('postgres');
    if (alreadyThere) return alreadyThere;
    // Alpine's busybox has no useradd.
    await run('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => {
      throw new Error('PostgreSQL does not run as root, and a system user "postgres" could not be created.', {
        cause,
      });
    });
  }
  const created = await lookUp('postgres');
  if (!created) throw new Error('The system user "postgres" was created but cannot be found.');
  return created;
}

async function lookUp(name: string): Promise<Account | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8');
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
