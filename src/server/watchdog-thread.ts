import { workerData } from 'node:worker_threads';
import { lookEveryMs, type Watched } from './watchdog.ts';

const { beats, looks, stallSeconds, logLevel } = workerData as Watched;
const count = new Int32Array(beats);
let last = -1;
let inVain = 0;

// Looks are counted, and no time is measured: while the machine sleeps, nobody looks.
const timer = setInterval(() => {
  const beat = Atomics.load(count, 0);
  inVain = beat === last ? inVain + 1 : 0;
  last = beat;
  if (inVain < looks) return;
  clearInterval(timer);
  void endProcess();
}, lookEveryMs);

async function endProcess(): Promise<void> {
  try {
    // Read only now: a start is to be short.
    const { createLogger } = await import('./logger.ts');
    createLogger(logLevel).fatal(
      `The process has stood still for ${stallSeconds} s, a component being in a loop that does not end: it is killed`,
    );
  } finally {
    // Only the main thread could end it in order.
    process.kill(process.pid, 'SIGKILL');
  }
}
