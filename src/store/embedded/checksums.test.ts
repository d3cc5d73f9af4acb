import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changesOf, checksumsOf } from './checksums.ts';

test('a file that is changed or gone is found, however deep it lies', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-checksums-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'base', '5'), { recursive: true });
  const write = (file: string, text: string) => writeFile(path.join(folder, file), text);
  for (const file of ['same', 'gone', 'base/5/1259']) await write(file, file);
  const before = await checksumsOf(folder);
  expect(before['same']).toBe('0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5');
  expect(changesOf(before, await checksumsOf(folder))).toEqual([]);
  await write('base/5/1259', 'base/5/1258');
  await write('new', '');
  await rm(path.join(folder, 'gone'));
  expect(changesOf(before, await checksumsOf(folder))).toEqual([
    { file: 'base/5/1259', change: 'changed' },
    { file: 'gone', change: 'missing' },
  ]);
});

test('it ends when it is told to stop, and says why', async () => {
  await expect(checksumsOf(import.meta.dirname, AbortSignal.abort(new Error('Enough.')))).rejects.toThrow(
    'Enough.',
  );
});
