import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where root keeps what the `postgres` user must reach. */
export const rootFolder = '/var/lib/tributary';

type Identity = { id: string; path: string; inode: number };

/**
 * The data folder of a clone when none is configured: `data/` inside it, or for root (whose clone the
 * `postgres` user may not be able to enter) a folder of this clone's own below `/var/lib/tributary`.
 */
export async function defaultDataFolder(clone: string): Promise<string> {
  const local = path.join(clone, 'data');
  if (process.getuid?.() !== 0) return local;
  await mkdir(local, { recursive: true });
  return path.join(rootFolder, await identityOf(local));
}

/**
 * An id that stays with a clone when it is moved (same inode) or restored in place (same path), and that a
 * copy of it does not inherit (neither), so that two clones never share data.
 */
async function identityOf(folder: string): Promise<string> {
  const file = path.join(folder, 'identity.json');
  const here = { path: await realpath(folder), inode: (await stat(folder)).ino };
  const known = await readIdentity(file);
  if (known && (known.path === here.path || known.inode === here.inode)) {
    if (known.path !== here.path || known.inode !== here.inode) {
      await writeFile(file, JSON.stringify({ id: known.id, ...here }));
    }
    return known.id;
  }
  const id = randomUUID();
  await writeFile(file, JSON.stringify({ id, ...here } satisfies Identity));
  return id;
}

async function readIdentity(file: string): Promise<Identity | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Identity;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read; delete it to start with an empty data folder.`, {
      cause: error,
    });
  }
}
