import { expect, test } from 'vitest';
import { CancelError } from '../connectors/component.ts';
import { backoffMs } from './backoff.ts';
import { createOutbox, outputsText } from './outbox.ts';
import { childPath, rootPath } from './step-path.ts';
import { createUuidV7 } from './uuid.ts';

test('waits double, are spread, and have an end', () => {
  expect([1, 2, 3, 4].map((attempts) => backoffMs(1000, attempts, 0.5))).toEqual([1000, 2000, 4000, 8000]);
  expect([backoffMs(1000, 1, 0), backoffMs(1000, 1, 1)]).toEqual([500, 1500]);
  expect(backoffMs(1000, 60, 1)).toBe(450_000);
});

test('paths tell deliveries apart and stay short', () => {
  expect(childPath(rootPath, 0, 0)).toBe('1.0');
  expect(childPath('1.0', 12, 2)).toBe('1.0.12-2');
  const paths = new Set<string>();
  let path = rootPath;
  for (let depth = 0; depth < 1000; depth++) paths.add((path = childPath(path, depth % 3, depth % 2)));
  expect(paths.size).toBe(1000);
  expect(Math.max(...[...paths].map((one) => one.length))).toBeLessThanOrEqual(64);
});

test('what is emitted reads back as JSON does, and is the receiver own', () => {
  const outbox = createOutbox();
  const sent = { at: new Date(0), gone: undefined, list: [1] };
  outbox.emit(sent, 'out');
  outbox.emit(undefined, 'odd "port"');
  sent.list.push(2);
  const expected = [
    { port: 'out', content: { at: '1970-01-01T00:00:00.000Z', list: [1] } },
    { port: 'odd "port"', content: null },
  ];
  expect(outbox.emitted).toMatchObject(expected);
  expect(JSON.parse(outputsText(outbox.emitted))).toEqual(expected);
});

test('what cannot be JSON is refused for good', () => {
  const outbox = createOutbox();
  expect(() => outbox.emit(1n, 'out')).toThrow(CancelError);
  expect(outbox.emitted).toEqual([]);
});

test('ids are UUIDs of version 7 that sort by time', () => {
  let now = 1_700_000_000_000;
  const newId = createUuidV7(() => new Date(now++));
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
});
