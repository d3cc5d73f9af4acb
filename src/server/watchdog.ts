import { url as debuggerUrl } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';

/** How often the main thread says that it turns, and the watchdog looks. */
export const lookEveryMs = 500;

export type Watched = { beats: SharedArrayBuffer; looks: number; stallSeconds: number; logLevel: string };

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
}: Omit<Watched, 'beats' | 'looks'> & { logger: Logger }): void {
  if (debuggerUrl() !== undefined) return;
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const count = new Int32Array(beats);
  setInterval(() => Atomics.add(count, 0, 1), lookEveryMs).unref();
  const looks = Math.ceil((stallSeconds * 1000) / lookEveryMs);
  const thread = new Worker(new URL('./watchdog-thread.ts', import.meta.url), {
    workerData: { beats, looks, stallSeconds, logLevel } satisfies Watched,
    env: {},
    execArgv: [],
  });
  thread.unref();
  thread.on('error', (error) =>
    logger.error({ err: error }, 'The watchdog ended: nobody sees whether the process stands still'),
  );
}
