// `npm test`: everything that must hold, from types to stories in the browser.
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureBuilt, ensureInstalled, node, root, run } from './prepare.mjs';

const tool = (file) => path.join(root, 'node_modules', file);

await ensureInstalled();
const chromium = await findBrowser();

const steps = [
  ['Types', [tool('typescript/bin/tsc'), '--noEmit']],
  ['Lint', [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.']],
  ['Unit tests', [tool('vitest/vitest.mjs'), 'run']],
  ['Build', ensureBuilt],
  ['Stories', [tool('@playwright/test/cli.js'), 'test']],
];

for (const [name, step] of steps) {
  const from = performance.now();
  console.log(`\n── ${name}`);
  try {
    if (typeof step === 'function') await step();
    else await run(node, step, { env: { CHROMIUM: chromium } });
  } catch (error) {
    console.error(`${name} failed: ${error.message}`);
    process.exit(1);
  }
  console.log(`── ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
}
