/** Signals within this time are one: Ctrl-C reaches us from the terminal and from npm. */
const sameSignalMs = 500;

/** Calls `stop` when the process is told to stop. Told again, it no longer waits for anything. */
export function onStopSignal(stop: () => void): void {
  let firstAt: number | undefined;
  const onSignal = () => {
    firstAt ??= Date.now();
    if (Date.now() - firstAt > sameSignalMs) process.exit(1);
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}
