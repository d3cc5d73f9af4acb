// `npm run backup`: see docs/operation.md. Paths are those of whoever calls.
import { argumentsOfCaller, handOver } from './hand-over.mjs';
import { ensureInstalled } from './prepare.mjs';

await ensureInstalled();

handOver(['src/server/backup-command.ts', ...argumentsOfCaller()]);
