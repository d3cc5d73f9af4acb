// `npm run restore -- <folder> [--force]`, behind scripts/restore.mjs.
import { restore } from '../store/embedded/restore.ts';
import { dataFolderOf, runCommand } from './command.ts';

await runCommand(
  'npm run restore -- <folder> [--force]',
  { force: { type: 'boolean' } },
  async ([source], { force }) => {
    const dataFolder = await dataFolderOf(process.env);
    const { manifest, movedTo, flows, events, unfinishedRuns } = await restore({
      source,
      dataFolder,
      moveAside: force === true,
      clock: () => new Date(),
    });
    if (movedTo !== undefined) process.stdout.write(`What was in ${dataFolder} is now in ${movedTo}.\n`);
    process.stdout.write(
      `${dataFolder} is as it was at ${manifest.createdAt}: ${flows} flows, ${events} events, ${unfinishedRuns} unfinished runs, which go on with \`npm start\`.\n`,
    );
  },
);
