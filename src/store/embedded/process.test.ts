import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isAlive, untilReaped } from './process.ts';

test.runIf(process.platform === 'linux')(
  'a process that ended counts as dead, and is waited for until it is gone',
  async () => {
    // The shell becomes a program that waits for no child, and only then the child may end: the shell would wait for it.
    const parent = spawn('sh', ['-c', 'cat <&3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = (await once(parent.stdout!, 'data')) as [Buffer];
    const pid = Number(line.toString());
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    parent.stdio[3]!.destroy();
    const state = () => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'gone');
    await expect.poll(state).toContain(') Z ');
    expect(await isAlive(pid)).toBe(false);

    let isReaped = false;
    const reaped = untilReaped(pid).then(() => (isReaped = true));
    for (let turns = 0; turns < 20; turns += 1) await turn();
    await state();
    expect(isReaped).toBe(false);
    parent.kill('SIGKILL');
    await reaped;
    expect(await state()).toBe('gone');
  },
);
