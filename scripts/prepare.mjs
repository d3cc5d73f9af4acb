// Runs on any Node ≥ 20.19, before anything is installed: hence JavaScript, and only Node's own modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Node 24 as installed by npm: the server's TypeScript runs on it directly. */
export const node = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Runs a program in the project's folder with Node 24 first on PATH; its output goes to `output`.
 * Rejects when it cannot start or ends with anything but 0.
 */
export function run(command, args, { env = {}, output = 'inherit', timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...withNodeFirst(), ...env },
      stdio: ['ignore', output === 'stderr' ? 2 : 'inherit', 'inherit'],
      timeout,
      // npm and npx are scripts (.cmd) on Windows, which only a shell can start.
      shell: process.platform === 'win32' && !path.isAbsolute(command),
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}`)),
    );
  });
}

function withNodeFirst() {
  const bin = path.join(root, 'node_modules/.bin');
  return { PATH: [path.dirname(node), bin, process.env.PATH].join(path.delimiter) };
}

/** Installs from the lockfile unless node_modules was installed from this very lockfile. */
export async function ensureInstalled() {
  const marker = path.join(root, 'node_modules/.installed-from');
  const wanted = await fingerprint(['package-lock.json', 'package.json']);
  if ((await textOf(marker)) === wanted && existsSync(node)) return;
  console.error('Installing dependencies …');
  // Also where NODE_ENV=production leaves development dependencies out: Node 24 and the build are among them.
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    output: 'stderr',
  });
  await writeFile(marker, wanted);
}

const builtFrom = [
  'src/studio',
  'src/sdk',
  'src/flow',
  'src/contract',
  'src/connectors',
  'vite.config.ts',
  'vite.chunks.ts',
];

const built = ['dist/studio/index.html', 'dist/sdk/appmixer.js'];

/** Builds the Studio and the SDK when a file they are made of changed. */
export async function ensureBuilt() {
  const marker = path.join(root, 'dist/.built-from');
  const wanted = await fingerprint([...builtFrom, 'postcss.config.mjs', 'package-lock.json']);
  if ((await textOf(marker)) === wanted && built.every((file) => existsSync(path.join(root, file)))) return;
  console.error('Building the Studio …');
  // A build that breaks off must not be taken for the one before it.
  await rm(marker, { force: true });
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  await run(node, [vite, 'build', '--logLevel', 'warn'], { output: 'stderr' });
  await run(node, [vite, 'build', '--mode', 'sdk', '--logLevel', 'warn'], { output: 'stderr' });
  await mkdir(path.dirname(marker), { recursive: true });
  await writeFile(marker, wanted);
}

/** A digest of the names and contents of files and folders; tests do not count. */
async function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await filesBelow(path.join(root, place))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesBelow(place) {
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [place];
  const nested = await Promise.all(
    entries
      .filter((entry) => !entry.name.includes('.test.'))
      .map((entry) =>
        entry.isDirectory() ? filesBelow(path.join(place, entry.name)) : [path.join(place, entry.name)],
      ),
  );
  return nested.flat().sort();
}

async function textOf(file) {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
