// `npm start`: install and build when needed, then serve until Ctrl-C.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, node, root } from './prepare.mjs';

await ensureInstalled();
await ensureBuilt();

const server = spawn(node, ['src/server/main.ts'], { cwd: root, stdio: 'inherit' });
// npm hands signals to the shell between us, which ends without handing them on.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.env.npm_lifecycle_event && process.ppid !== parent) stop('SIGTERM');
}, 250);

function stop(signal) {
  clearInterval(watch);
  server.kill(signal);
}

// Ctrl-C reaches the server by itself (same terminal); a signal sent to npm alone has to be handed on. The
// server counts signals that come within a moment as one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : code));
