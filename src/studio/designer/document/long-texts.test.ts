import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createMemoryStorage } from './testing/memory-storage.ts';
import { keeperIn, leftWork } from './testing/open-flow.ts';
import { forgetFlow, slotKey, slotsIn } from './unsent-slots.ts';
import type { UnsentWork } from './unsent-work.ts';

const long = `{"note": "${'x'.repeat(30_000)}"}`;

function workWith(text: string, label = 'Orders'): UnsentWork {
  const properties = { event: 'e', eventDataExample: text };
  const descriptor: Descriptor = {
    a: { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, label, config: { properties } },
  };
  return { ...leftWork, content: { name: 'Flow', descriptor, notes: {} } };
}

/** Characters written from now on. */
function writtenTo(storage: Storage): () => number {
  let count = 0;
  const setItem = storage.setItem.bind(storage);
  storage.setItem = (key, value) => {
    count += value.length;
    setItem(key, value);
  };
  return () => count;
}

test('work with a long example comes back whole, and is forgotten whole', () => {
  const storage = createMemoryStorage();
  keeperIn(storage).keep(workWith(long));
  expect(keeperIn(storage).read()).toEqual(workWith(long));
  expect(slotsIn(storage)).toHaveLength(1);
  keeperIn(storage).forget();
  expect(storage.length).toBe(0);
});

test('a long text is written once, until it is another one', () => {
  const storage = createMemoryStorage();
  const keeper = keeperIn(storage);
  keeper.keep(workWith(long));
  const written = writtenTo(storage);
  keeper.keep(workWith(long, 'Renamed'));
  expect(written()).toBeLessThan(1000);
  keeper.keep(workWith(`${long} `));
  expect(written()).toBeGreaterThan(long.length);
  expect(keeper.read()).toEqual(workWith(`${long} `));
});

test('texts do not stay where the work itself finds no room, nor where it is gone', () => {
  const storage = createMemoryStorage();
  const setItem = storage.setItem.bind(storage);
  storage.setItem = (key, value) => {
    if (value.length < long.length) throw new DOMException('no room', 'QuotaExceededError');
    setItem(key, value);
  };
  expect(keeperIn(storage).keep(workWith(long))).toBe(false);
  expect(storage.length).toBe(0);
  storage.setItem = setItem;
  keeperIn(storage).keep(workWith(long));
  storage.removeItem(slotKey({ flowId: 'f1', slotId: '1' }));
  keeperIn(storage).forget();
  expect(storage.length).toBe(0);
});

test('what became short leaves nothing behind, nor does a flow that is no more', () => {
  const storage = createMemoryStorage();
  const keeper = keeperIn(storage);
  keeper.keep(workWith(long));
  keeper.keep(workWith('{}'));
  expect(storage.length).toBe(1);
  keeper.keep(workWith(long));
  forgetFlow(storage, 'f1');
  expect(storage.length).toBe(0);
  // Who goes on in another tab keeps all of it again.
  keeper.keep(workWith(long));
  expect(keeper.read()).toEqual(workWith(long));
});

test('work whose long text is gone counts as nothing', () => {
  const storage = createMemoryStorage();
  keeperIn(storage).keep(workWith(long));
  const text = Array.from({ length: 2 }, (_, at) => storage.key(at)!).find((key) => key.includes('text'))!;
  storage.removeItem(text);
  expect(keeperIn(storage).read()).toBeUndefined();
});

function print(text: string): string {
  return fingerprintOf(workWith(text).content);
}

test('fingerprints tell long examples apart', () => {
  expect(print(long)).toBe(print(long.slice()));
  expect(print(`${long} `)).not.toBe(print(` ${long}`));
  expect(print(long.replace('xx', 'yx'))).not.toBe(print(long));
});
