import { url as debuggerUrl } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type * as logging from './logger.ts';

/** How often the main thread says that it turns, and the watchdog looks. */
const lookEveryMs = 500;

type Watched = {
  /** How often it has turned; and 1 while a debugger may stop it. */
  beats: SharedArrayBuffer;
  lookEveryMs: number;
  stallSeconds: number;
  logLevel: string;
  loggerModule: string;
};

/**
 * Ends the process when its event loop has stood still for so long: a component is in a loop that no time limit can
 * interrupt, while its connections stay open, so that others take this process for alive and nothing of what it holds goes
 * on. Once it is dead, its runs go on elsewhere or with its next start, and the run that kills its worker each time is given
 * up alone. Who stops at a breakpoint is left in peace.
 */
export function startWatchdog({
  stallSeconds,
  logLevel,
  logger,
}: Pick<Watched, 'stallSeconds' | 'logLevel'> & { logger: Logger }): void {
  if (debuggerUrl() !== undefined) return;
  const beats = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const said = new Int32Array(beats);
  setInterval(() => {
    Atomics.add(said, 0, 1);
    // One may be attached while the process runs.
    Atomics.store(said, 1, debuggerUrl() === undefined ? 0 : 1);
  }, lookEveryMs).unref();
  const loggerModule = new URL('./logger.ts', import.meta.url).href;
  // By its text, in which no types are left: to read TypeScript there would cost each start 55 ms and 18 MB.
  const thread = new Worker(`(${watch.toString()})()`, {
    eval: true,
    workerData: { beats, lookEveryMs, stallSeconds, logLevel, loggerModule } satisfies Watched,
    env: {},
    execArgv: [],
  });
  thread.unref();
  thread.on('error', (error) =>
    logger.error({ err: error }, 'The watchdog ended: nobody sees whether the process stands still'),
  );
}

/** What the thread does. Nothing from around it is there. */
function watch(): void {
  const { beats, lookEveryMs, stallSeconds, logLevel, loggerModule } = process.getBuiltinModule(
    'node:worker_threads',
  ).workerData as Watched;
  const { write } = process.getBuiltinModule('node:fs');
  const { pid } = process;
  const said = new Int32Array(beats);
  let last = -1;
  let inVain = 0;

  // Looks are counted, and no time is measured: while the machine sleeps, nobody looks.
  const timer = setInterval(() => {
    const beat = Atomics.load(said, 0);
    const isWatched = Atomics.load(said, 1) === 1;
    inVain = beat === last && !isWatched ? inVain + 1 : 0;
    last = beat;
    if (inVain * lookEveryMs < stallSeconds * 1000) return;
    clearInterval(timer);
    void endProcess();
  }, lookEveryMs);

  async function endProcess(): Promise<void> {
    try {
      const { createLogger } = (await import(loggerModule)) as Pick<typeof logging, 'createLogger'>;
      // Who reads what it says may stand still, too: this thread does not wait in the write.
      setTimeout(kill, 1_000);
      createLogger(logLevel, { write: (line) => write(2, line, kill) }).fatal(
        `The process has stood still for ${stallSeconds} s, a component being in a loop that does not end: it is killed`,
      );
    } catch {
      kill();
    }
  }

  /** Only the main thread could end it in order. */
  function kill(): void {
    process.kill(pid, 'SIGKILL');
  }
}
