/** A worker of its own process, for tests that kill it. Argument: the database's connection as JSON. */
import { openDatabase } from '../../store/database.ts';
import { createEngine } from '../engine.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createUuidV7 } from '../uuid.ts';
import { behavioursWith, catalogue } from './catalogue.ts';

const silent = () => {};
const engine = createEngine({
  database: openDatabase(JSON.parse(process.argv[2] ?? '{}'), silent),
  // One run is its death.
  behaviours: behavioursWith(async (context) => {
    if (context.messages['in']?.content['how'] === 'die') process.kill(process.pid, 'SIGKILL');
  }),
  catalogue,
  outbound: createOutbound({ allow: ['127.0.0.1'] }),
  clock: () => new Date(),
  newId: createUuidV7(() => new Date()),
  publicUrl: 'http://127.0.0.1:3000',
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});
await engine.start();
process.stdout.write('ready\n');
