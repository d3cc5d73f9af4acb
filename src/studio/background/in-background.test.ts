import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackgroundGone, inBackground, inBackgroundOrHere } from './in-background.ts';
import { holdWorker } from './testing/held-worker.ts';

const worker = holdWorker();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: Error) => error.message,
  );

test('a worker whose file is gone, or that breaks, is told to all who wait; the next has a new one', async () => {
  const gone = ['{}', '[]'].map((text) => reasonOf(inBackground('laidOut', text)));
  worker.happen(new Event('error'));
  for (const reason of gone) expect(await reason).toContain('could not be loaded. Reload the page.');

  const broken = reasonOf(inBackground('laidOut', '{}'));
  worker.happen(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect(await broken).toContain('could not be done in the background: out of memory');

  const next = inBackground('laidOut', '{"a":1}');
  worker.next();
  expect(await next).toBe('{\n  "a": 1\n}');
});

test('a worker that never answers is given up, one that is at work is not', async () => {
  const first = inBackground('laidOut', '{}');
  const second = inBackground('laidOut', '[]');
  await vi.advanceTimersByTimeAsync(20_000);
  worker.next();
  expect(await first).toBe('{}');
  await vi.advanceTimersByTimeAsync(20_000);
  worker.next();
  expect(await second).toBe('[]');

  const lost = reasonOf(inBackground('laidOut', '{}'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await lost).toContain('It took too long.');
  const next = inBackground('laidOut', '[]');
  worker.next();
  expect(await next).toBe('[]');
});

const here = (text: string) => inBackgroundOrHere('laidOut', text, () => `here: ${text}`);

test('where the worker is gone a job is done on the page; one that broke it is told', async () => {
  const gone = here('{}');
  worker.happen(new Event('error'));
  expect(await gone).toBe('here: {}');

  const broken = reasonOf(here('{}'));
  const behind = here('[]');
  worker.happen(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect(await broken).toContain('out of memory');
  expect(await behind).toBe('here: []');
});

test('where no worker can be started a job fails as any other, and is done on the page', async () => {
  vi.mocked(Worker).mockImplementationOnce(function refuse() {
    throw new Error('no workers here');
  });
  const given = inBackground('laidOut', '{}');
  await expect(given).rejects.toBeInstanceOf(BackgroundGone);
});
