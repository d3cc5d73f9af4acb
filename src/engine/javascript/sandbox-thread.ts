import { parentPort } from 'node:worker_threads';
import { loadSandbox, type SandboxCall, type SandboxOutcome } from './sandbox.ts';

/** `broken`: the thread is of no use any more. */
export type ThreadAnswer = { outcome: SandboxOutcome; broken: boolean };

/** The thread that JavaScript of authors runs in. It answers one call after another, and tells first that it is ready. */
const port = parentPort;
if (!port) throw new Error('This module is the beginning of a thread.');
const run = await loadSandbox(() => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
});
// The engine is compiled as it is used first: that is no call's time.
run({ kind: 'code', text: 'value', values: '[[1]]' });
port.on('message', (call: SandboxCall) => {
  try {
    port.postMessage({ outcome: run(call), broken: false } satisfies ThreadAnswer);
  } catch (error) {
    // The engine itself broke, e.g. its stack ran over: nothing in it is to be trusted any more.
    const outcome: SandboxOutcome = { failure: error instanceof RangeError ? 'stack' : 'memory' };
    port.postMessage({ outcome, broken: true } satisfies ThreadAnswer);
  }
});
port.postMessage('ready');
