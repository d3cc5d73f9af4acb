import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Copies a file so that it is on the disk when this resolves; only its owner may read the copy. */
export async function copyToDisk(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Copies what a folder holds; `takes` is asked about everything by its path in the folder. A file that goes meanwhile
 * (of a table that is dropped) is left out.
 */
export async function copyFolder(
  from: string,
  to: string,
  takes: (relative: string) => boolean = () => true,
  below = '',
): Promise<void> {
  await mkdir(path.join(to, below), { recursive: true, mode: 0o700 });
  const entries = await readdir(path.join(from, below), { withFileTypes: true }).catch(unlessGone);
  const taken = (entries ?? []).filter((entry) => takes(path.join(below, entry.name)));
  await Promise.all(
    taken
      .filter((entry) => entry.isFile())
      .map(({ name }) =>
        copyToDisk(path.join(from, below, name), path.join(to, below, name)).catch(unlessGone),
      ),
  );
  for (const entry of taken.filter((one) => one.isDirectory())) {
    await copyFolder(from, to, takes, path.join(below, entry.name));
  }
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
