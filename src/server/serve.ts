import { flushCompileCache } from 'node:module';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { startServer } from './start.ts';
import { onStopSignal } from './stop-signal.ts';
import { startWatchdog } from './watchdog.ts';

/** Serves until it is told to stop; ends the process. */
export async function serve(): Promise<never> {
  try {
    const stopping = Promise.withResolvers<void>();
    onStopSignal(stopping.resolve);

    const config = readConfig(process.env);
    const logger = createLogger(config.logLevel);
    // First of all: the first run may be the one that loops.
    startWatchdog({ stallSeconds: config.stallSeconds, logLevel: config.logLevel, logger });
    // Node would end the process. But what nobody awaits is a slip of one component, on which nothing else waits, while the
    // runs of everybody else would have to begin their steps again.
    process.on('unhandledRejection', (reason) => {
      logger.error(
        { err: reason },
        'A promise was rejected, and nobody awaits it: a component may be at fault',
      );
    });
    const server = await startServer(config, logger);
    process.stdout.write(
      config.role === 'worker'
        ? `A worker of Tributary is ready; it answers at ${server.address}/health\n`
        : `Tributary is ready at ${server.address}/studio/\n`,
    );
    // One that is killed writes nothing any more.
    flushCompileCache();
    await stopping.promise;
    await server.stop();
    process.exit(0);
  } catch (error) {
    // What the operator can mend is one line; anything else comes with its stack and causes.
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`Tributary could not start. ${detailOf(error)}\n`);
    process.exit(1);
  }
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? (error.stack ?? error.message)
    : `${error.stack}\nCaused by: ${detailOf(error.cause)}`;
}
