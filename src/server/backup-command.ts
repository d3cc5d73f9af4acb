// `npm run backup -- <folder>`, behind scripts/backup.mjs.
import { backUp } from '../store/embedded/backup.ts';
import { dataFolderOf, ownVersion, runCommand } from './command.ts';
import { onStopSignal } from './stop-signal.ts';

await runCommand('npm run backup -- <folder>', {}, async ([target]) => {
  const began = performance.now();
  const stopping = new AbortController();
  onStopSignal(() => stopping.abort(new Error('It was told to stop.')));
  const dataFolder = await dataFolderOf(process.env);
  const manifest = await backUp({
    dataFolder,
    target,
    version: await ownVersion(),
    clock: () => new Date(),
    stopping: stopping.signal,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${dataFolder} is backed up in ${target} (${seconds} s).\n`);
  if (!manifest.secretKey) {
    process.stdout.write('SECRET_KEY is not in it: keep that where a restore finds it.\n');
  }
});
