import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.dirname(import.meta.dirname);

// Each kill costs a start of the product.
test.setTimeout(300_000);

/** `npm run test:crash` plays many rounds of these; see bench/README.md. */
for (const [name, options] of [
  ['one process', ['--rounds', '2', '--seed', '11']],
  ['a server and two workers', ['--rounds', '2', '--processes', '3', '--seed', '24']],
] as const) {
  test(`killed at random moments, ${name} lose and double nothing`, async () => {
    const child = spawn(process.execPath, ['bench/crash/main.ts', ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    expect(code, output + errors).toBe(0);
    expect(output).toContain('Nothing lost, nothing doubled.');
  });
}
