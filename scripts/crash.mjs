// `npm run test:crash`: rounds of real SIGKILLs, on one process and on three. With arguments it plays what they say.
import { ensureInstalled, node, run } from './prepare.mjs';

await ensureInstalled();

const asked = process.argv.slice(2);
const plays =
  asked.length > 0
    ? [asked]
    : [
        ['--rounds', '100'],
        ['--rounds', '30', '--processes', '3'],
      ];

let failed = false;
for (const options of plays) {
  try {
    await run(node, ['bench/crash/main.ts', ...options]);
  } catch (error) {
    failed = true;
    console.error(error.message);
  }
}
process.exit(failed ? 1 : 0);
