import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestDatabase } from '../../store/testing/database.ts';

/** A worker in a process of its own, once it takes jobs; killed with the test. */
export async function startWorkerProcess(database: TestDatabase): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'worker-process.ts'), JSON.stringify(database.options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
}
