import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.dirname(import.meta.dirname);

// Each kill costs a start of the product.
test.setTimeout(300_000);

/** `npm run test:crash` plays many rounds of these, and of a server with two workers; see bench/README.md. */
test('killed at random moments, one process loses and doubles nothing', async () => {
  const child = spawn(process.execPath, ['bench/crash/main.ts', '--rounds', '2', '--seed', '11'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  expect(code, output + errors).toBe(0);
  expect(output).toContain('Nothing lost, nothing doubled.');
});
