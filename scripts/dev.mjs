// `npm run dev`: the server restarts and the Studio reloads as files change.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, node, root } from './prepare.mjs';

await ensureInstalled();
// The server also serves the SDK and the built Studio; the live one is Vite's.
await ensureBuilt();

const server = spawn(node, ['--watch', '--watch-preserve-output', 'src/server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
});
const vite = spawn(node, [path.join(root, 'node_modules/vite/bin/vite.js')], { cwd: root, stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => [server, vite].forEach((child) => child.kill(signal)));
}
for (const child of [server, vite]) {
  child.on('exit', (code) => {
    [server, vite].forEach((other) => other.kill('SIGTERM'));
    process.exitCode = code ?? 1;
  });
}
