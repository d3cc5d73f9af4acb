import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { burialsOf, type Sighting } from '../bench/crash/burials.ts';
import { overlapsOf, wrongOrder } from '../bench/crash/order.ts';
import { startReceiver } from '../bench/crash/receiver.ts';
import { newEvent } from '../bench/crash/senders.ts';
import { seeded } from './support/random.ts';

const root = path.dirname(import.meta.dirname);

// Each kill costs a start of the product.
test.setTimeout(300_000);

/** `npm run test:crash` plays many rounds of these; see bench/README.md. */
for (const [name, options] of [
  ['one process', ['--rounds', '2', '--seed', '11']],
  ['a server and two workers', ['--rounds', '2', '--processes', '3', '--seed', '24']],
] as const) {
  test(`killed at random moments, ${name} lose and double nothing`, async () => {
    const child = spawn(process.execPath, ['bench/crash/main.ts', ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    expect(code, output + errors).toBe(0);
    expect(output).toContain('Nothing lost, nothing doubled.');
  });
}

// What the rounds would say if a promise were broken.

const seen = (at: number, rows: string, living = rows): Sighting => ({
  at,
  rows: rows.split(' '),
  living: living.split(' ').filter(Boolean),
});

test('a dead worker that is left alone for more than ten seconds is told of', () => {
  const inTime = [seen(0, 'a b'), seen(1_000, 'a b', 'b'), seen(4_000, 'b')];
  expect(burialsOf(inTime, 500)).toEqual({ slowest: 3_000, violations: [] });
  const late = [seen(0, 'a b'), seen(1_000, 'a b', 'b'), seen(12_000, 'a b', 'b'), seen(12_100, 'b')];
  expect(burialsOf(late, 500).violations).toEqual(['The dead worker a was replaced after 11100 ms only']);
  expect(burialsOf(late.slice(0, 2), 500).violations).toEqual([
    'The worker a is dead, and nobody has noticed',
  ]);
  // Alone, it has to be started again first: only then somebody could see it.
  const alone = [seen(0, 'a'), seen(1_000, 'a', ''), seen(20_000, 'a b', 'b'), seen(21_000, 'b')];
  expect(burialsOf(alone, 500)).toEqual({ slowest: 1_000, violations: [] });
});

test('two calls under one key at a time are told of, and so are events out of their order', async () => {
  const receiver = await startReceiver({ ...seeded(1), between: () => 40 });
  const post = (place: string, no: number, key: string) =>
    fetch(`${receiver.url}${place}`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: JSON.stringify({ no }),
    });
  await post('/first', 1, 'run:first:1');
  await post('/first', 1, 'run:first:1');
  expect(overlapsOf(1, '/first', receiver.calls.get('/first 1'))).toEqual([]);
  await Promise.all([post('/first', 2, 'run:first:1'), post('/first', 2, 'run:first:1')]);
  expect(overlapsOf(2, '/first', receiver.calls.get('/first 2'))).toEqual([
    'Event 2: two calls to /first under run:first:1 overlapped',
  ]);

  const of = { user: 0, name: 'order-kept', customer: 'a', keyed: true } as const;
  const earlier = { ...newEvent({ ...of, no: 3 }), sentAt: 0, answeredAt: 1 };
  const later = { ...newEvent({ ...of, no: 4 }), sentAt: 2, answeredAt: 3 };
  await post('/kept', 3, 'run:kept:3');
  await post('/kept', 4, 'run:kept:4');
  expect(wrongOrder([earlier, later], receiver)).toEqual([]);
  expect(
    wrongOrder(
      [
        { ...earlier, no: 4 },
        { ...later, no: 3 },
      ],
      receiver,
    ),
  ).toEqual(['Event 3 came to /kept before event 4 of customer a was done']);
  await receiver.close();
});
