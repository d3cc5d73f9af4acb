import { flushCompileCache } from 'node:module';
import { ConfigError, readConfig } from './config.ts';
import { startServer } from './start.ts';

/** Signals within this time are one: Ctrl-C reaches us from the terminal and from npm. */
const sameSignalMs = 500;

/** Serves until it is told to stop; ends the process. */
export async function serve(): Promise<never> {
  try {
    const stopping = Promise.withResolvers<void>();
    let firstAt: number | undefined;
    const onSignal = () => {
      firstAt ??= Date.now();
      // Asked again, we no longer wait for anything.
      if (Date.now() - firstAt > sameSignalMs) process.exit(1);
      stopping.resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);

    const config = readConfig(process.env);
    const server = await startServer(config);
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
