import { spawn } from 'node:child_process';
import path from 'node:path';
import { node, root } from './prepare.mjs';

/**
 * Runs a program of ours in the terminal of this process, hands signals on to it, and ends when and as it ends.
 *
 * @param {string[]} args the program's file below the project's folder, and its arguments
 */
export function handOver(args) {
  const program = spawn(node, args, { cwd: root, stdio: 'inherit' });
  // npm hands signals to the shell between us, which ends without handing them on.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) stop('SIGTERM');
  }, 250);

  function stop(signal) {
    clearInterval(watch);
    program.kill(signal);
  }

  // Ctrl-C reaches the program by itself (same terminal); a signal sent to npm alone has to be handed on. The program
  // counts signals that come within a moment as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // There a signal sent is the end at once; Ctrl-C has reached the program.
      if (process.platform !== 'win32') stop(signal);
    });
  }
  program.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

/** Those of the command line, with paths from where the caller stands: npm changes the folder. */
export function argumentsOfCaller() {
  const from = process.env.INIT_CWD ?? process.cwd();
  return process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg)));
}
