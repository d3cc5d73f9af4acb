// `npm start`: install and build when needed, then serve until Ctrl-C.
import { handOver } from './hand-over.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

await ensureInstalled();
await ensureBuilt();

handOver(['src/server/main.ts']);
