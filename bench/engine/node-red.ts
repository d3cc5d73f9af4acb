import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../e2e/support/receiver.ts';
import { eventPath, heardEvent } from './event.ts';

const run = promisify(execFile);

const release = 'node-red@5';
const installWithinMs = 5 * 60_000;
const readyWithinMs = 60_000;

/** Answers at once, then does what our three-step flow does: takes fields, sets a variable, posts. It stores nothing. */
function flowsOf(receiverUrl: string): object[] {
  const z = 'tab';
  const compose =
    'const { no, fname, lname } = msg.payload; const name = `${fname} ${lname}`;\n' +
    'return { headers: { "content-type": "application/json" }, payload: `{"no": ${no}, "name": "${name}"}` };';
  return [
    { id: z, type: 'tab', label: 'Contact to CRM' },
    {
      id: 'in',
      z,
      type: 'http in',
      url: eventPath(heardEvent),
      method: 'post',
      wires: [['answer', 'compose']],
    },
    { id: 'answer', z, type: 'http response', statusCode: '200', wires: [] },
    { id: 'compose', z, type: 'function', func: compose, outputs: 1, wires: [['post']] },
    { id: 'post', z, type: 'http request', method: 'POST', url: receiverUrl, ret: 'txt', wires: [[]] },
  ];
}

/** Installs Node-RED from npm into a folder that goes with it, and starts it with the same flow on loopback. */
export async function startNodeRed(receiverUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'node-red-'));
  const port = await freePort();
  const settings = {
    uiPort: port,
    uiHost: '127.0.0.1',
    httpAdminRoot: false,
    flowFile: 'flows.json',
    telemetry: { enabled: false, updateNotification: false },
    logging: { console: { level: 'error' } },
  };
  await writeFile(path.join(folder, 'package.json'), '{}');
  await writeFile(path.join(folder, 'flows.json'), JSON.stringify(flowsOf(receiverUrl)));
  await writeFile(path.join(folder, 'settings.js'), `module.exports = ${JSON.stringify(settings)};`);
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', release];
  await run('npm', install, { cwd: folder, timeout: installWithinMs });
  const child = spawn(
    process.execPath,
    [path.join(folder, 'node_modules/node-red/red.js'), '--userDir', folder],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(url, child);
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Its flows run when their path is no longer unknown. */
async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  const probe = { method: 'OPTIONS' };
  while (child.exitCode === null && Date.now() < deadline) {
    const status = await fetch(url + eventPath(heardEvent), probe).then(
      (response) => response.status,
      () => 404, // nothing listens yet
    );
    if (status !== 404) return;
    await delay(100);
  }
  child.kill();
  throw new Error('Node-RED did not start.');
}
