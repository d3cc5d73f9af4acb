import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../store/embedded/server.ts';
import { copyPreparedData } from '../store/testing/prepared-data.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { startProcess } from './testing/process.ts';

const run = promisify(execFile);

/** Room for a database that nobody has used, and some events. */
const diskSize = '192m';

/** A disk of its own for the data folder; undefined where none can be mounted (not root, or a container). */
let disk: string | undefined;
const mountpoint = await mkdtemp(path.join(tmpdir(), 'tributary-disk-'));
const mountable =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  (await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mountpoint]).then(
    () => run('umount', [mountpoint]).then(() => true),
    () => false,
  ));

beforeAll(async () => {
  if (!mountable) return;
  await run('mount', ['-t', 'tmpfs', '-o', `size=${diskSize},mode=0755`, 'tmpfs', mountpoint]);
  disk = mountpoint;
});

afterAll(async () => {
  if (disk) {
    // A test that failed leaves it running.
    await (await startEmbeddedPostgres(path.join(disk, 'data'))).stop();
    await run('umount', [disk]);
  }
  await rm(mountpoint, { recursive: true, force: true });
});

/** Takes all the room there is; gives it back by removing the file. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const size of [1024 * 1024, 4096]) {
      const block = Buffer.alloc(size);
      while (await handle.write(block).then(({ bytesWritten }) => bytesWritten === size, isFull));
    }
  } finally {
    await handle.close();
  }
}

function isFull(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOSPC') return false;
  throw error;
}

test.runIf(mountable)(
  'on a full disk events are answered 503; with room again all is well, and nothing acknowledged is lost',
  { timeout: 120_000 },
  async () => {
    const data = path.join(disk!, 'data');
    await copyPreparedData(data);
    const server = await startProcess(data);
    const user = await server.signUp('ada');
    await startFlow(user, await createFlow(user, { flow: eventFlow('filling') }));
    const acknowledged: string[] = [];
    const send = async (size: number) => {
      const answer = await user.post('/plugins/appmixer/utils/appevents/events/filling', {
        no: 'x'.repeat(size),
      });
      if (answer.status === 200) {
        const { triggers } = answer.body as { triggers: { correlationId: string }[] };
        acknowledged.push(...triggers.map((trigger) => trigger.correlationId));
      }
      return answer;
    };
    // Some of their runs are still under way when there is no room any more.
    const first = await Promise.all(Array.from({ length: 200 }, () => send(1)));
    expect(first.map((answer) => answer.status)).toEqual(first.map(() => 200));

    const filler = path.join(disk!, 'filler');
    await fill(filler);
    const large = 200_000;
    await expect.poll(async () => (await send(large)).status, { timeout: 60_000, interval: 0 }).toBe(503);
    const refused = await send(large);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.stranger.get('/health/live')).status).toBe(200);

    await rm(filler);
    await expect.poll(async () => (await send(1)).status, { timeout: 60_000 }).toBe(200);
    for (const runId of acknowledged) {
      const status = async () => ((await user.get(`/runs/${runId}`)).body as { status: string }).status;
      await expect.poll(status, { timeout: 60_000 }).toBe('completed');
    }
    await server.stop();
  },
);
