// `npm run restore -- <folder> [--force]`, behind scripts/restore.mjs.
import { restore, type RestorePhase } from '../store/embedded/restore.ts';
import { dataFolderOf, runCommand } from './command.ts';
import { onStopSignal } from './stop-signal.ts';

const phases: Record<RestorePhase, string> = {
  copying: 'Copying the files',
  checking: 'Checking that they are as they were written',
  starting: 'Starting PostgreSQL on them, which replays its log',
  counting: 'Counting what is there',
};
const againMs = 10_000;

await runCommand(
  'npm run restore -- <folder> [--force]',
  { force: { type: 'boolean' } },
  async ([source], { force }) => {
    const stopping = new AbortController();
    onStopSignal(() => stopping.abort(new Error('It was told to stop.')));
    const dataFolder = await dataFolderOf(process.env);
    const { manifest, movedTo, flows, events, unfinishedRuns } = await restore({
      source,
      dataFolder,
      moveAside: force === true,
      clock: () => new Date(),
      stopping: stopping.signal,
      onPhase: tellPhases(),
    });
    if (movedTo !== undefined) process.stdout.write(`What was in ${dataFolder} is now in ${movedTo}.\n`);
    process.stdout.write(
      `${dataFolder} is as it was at ${manifest.createdAt}: ${flows} flows, ${events} events, ${unfinishedRuns} unfinished runs, which go on with \`npm start\`.\n`,
    );
  },
);

/** Says what begins, and every ten seconds that it goes on. */
function tellPhases(): (phase: RestorePhase) => void {
  let timer: NodeJS.Timeout | undefined;
  return (phase) => {
    clearInterval(timer);
    const began = performance.now();
    process.stdout.write(`${phases[phase]} …\n`);
    timer = setInterval(() => {
      process.stdout.write(`${phases[phase]} … ${Math.round((performance.now() - began) / 1000)} s\n`);
    }, againMs);
  };
}
