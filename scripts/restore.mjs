// `npm run restore`: see docs/operation.md. Paths are those of whoever calls.
import { argumentsOfCaller, handOver } from './hand-over.mjs';
import { ensureInstalled } from './prepare.mjs';

await ensureInstalled();

handOver(['src/server/restore-command.ts', ...argumentsOfCaller()]);
