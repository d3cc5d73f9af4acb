import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { defaultDataFolder } from '../store/embedded/folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Does a command that takes one argument and some switches; an error is one line and exit code 1. */
export async function runCommand(
  usage: string,
  options: ParseArgsOptionsConfig,
  work: (args: [string], switches: Record<string, unknown>) => Promise<void>,
): Promise<void> {
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [first, ...more] = positionals;
    if (first === undefined || more.length > 0) throw new Error(`Usage: ${usage}`);
    await work([first], values);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/**
 * The data folder that `npm start` would use.
 *
 * @throws where the database is not ours
 */
export async function dataFolderOf({ DATA_DIR, DATABASE_URL }: NodeJS.ProcessEnv): Promise<string> {
  if (DATABASE_URL) {
    throw new Error('DATABASE_URL names a database of your own: back it up with its own tools (pg_dump).');
  }
  return DATA_DIR ? path.resolve(DATA_DIR) : defaultDataFolder(root);
}

export async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
