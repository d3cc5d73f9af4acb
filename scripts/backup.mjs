// `npm run backup`: see docs/operation.md. Paths are those of whoever calls.
import path from 'node:path';
import { ensureInstalled, node, run } from './prepare.mjs';

await ensureInstalled();

const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg)));
await run(node, ['src/server/backup-command.ts', ...args]).catch(() => process.exit(1));
