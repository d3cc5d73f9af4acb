import { expect, test } from 'vitest';
import { createBatcher } from './batcher.ts';

function recording(
  write: (items: number[]) => Promise<number[]>,
  limits: { maxItems: number; maxWeight: number; writers?: number } = { maxItems: 100, maxWeight: 1000 },
) {
  const batches: number[][] = [];
  const batcher = createBatcher<number, number>({
    ...limits,
    weigh: (item) => item,
    write: (items) => {
      batches.push(items);
      return write(items);
    },
  });
  return { batches, batcher };
}

test('what comes while a batch is written goes with the next one', async () => {
  const gate = Promise.withResolvers<void>();
  const { batches, batcher } = recording(async (items) => {
    if (batches.length === 1) await gate.promise;
    return items.map((item) => item * 10);
  });
  const first = [1, 2].map((item) => batcher.add(item));
  await new Promise((resolve) => setImmediate(resolve));
  const second = [3, 4, 5].map((item) => batcher.add(item));
  gate.resolve();
  expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('with two writers a second batch begins beside the first when it is as large', async () => {
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const { batches, batcher } = recording(
    async (items) => {
      await gates[batches.length - 1]!.promise;
      return items;
    },
    { maxItems: 100, maxWeight: 1000, writers: 2 },
  );
  const added: Promise<number>[] = [];
  for (const items of [[1, 2], [3], [4], [5, 6, 7]]) {
    added.push(...items.map((item) => batcher.add(item)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
  gates[0]!.resolve();
  await Promise.all(added.slice(0, 2));
  expect(batches.slice(2)).toEqual([[5, 6, 7]]);
  gates[1]!.resolve();
  gates[2]!.resolve();
  await batcher.idle();
  expect(await Promise.all(added)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('what is too little to begin beside others goes with the next writer that is free', async () => {
  const gates = [1, 2].map(() => Promise.withResolvers<void>());
  const { batches, batcher } = recording(
    async (items) => {
      await gates[batches.length - 1]?.promise;
      return items;
    },
    { maxItems: 2, maxWeight: 1000, writers: 2 },
  );
  const added: Promise<number>[] = [];
  for (const items of [[1, 2], [3, 4], [5]]) {
    added.push(...items.map((item) => batcher.add(item)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  gates[0]!.resolve();
  await Promise.all(added.slice(0, 2));
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
  gates[1]!.resolve();
  expect(await added[4]).toBe(5);
  expect(batches[2]).toEqual([5]);
});

test('items of one sequence are written one batch after the other, whatever others do', async () => {
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const { batches, batcher } = recording(
    async (items) => {
      await gates[batches.length - 1]!.promise;
      return items;
    },
    { maxItems: 3, maxWeight: 1000, writers: 2 },
  );
  const sequence = {};
  const added = [1, 2, 3, 4, 5].map((item) => batcher.add(item, sequence));
  await new Promise((resolve) => setImmediate(resolve));
  added.push(...[6, 7, 8].map((item) => batcher.add(item)));
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([
    [1, 2, 3],
    [6, 7, 8],
  ]);
  gates[1]!.resolve();
  await Promise.all(added.slice(5));
  expect(batches).toHaveLength(2);
  gates[0]!.resolve();
  gates[2]!.resolve();
  expect(await Promise.all(added)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(batches[2]).toEqual([4, 5]);
});

test('a sequence keeps its order where a batch is written item by item', async () => {
  const refused = Object.assign(new Error('bad text'), { code: '22021' });
  const { batches, batcher } = recording(
    async (items) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (items.includes(2)) throw refused;
      return items;
    },
    { maxItems: 3, maxWeight: 1000, writers: 2 },
  );
  const sequence = {};
  await Promise.allSettled([1, 2, 3, 4, 5].map((item) => batcher.add(item, sequence)));
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3], [4, 5]]);
});

test('what stands behind an item of its sequence that met no database is not written before it', async () => {
  const gone = Object.assign(new Error('gone'), { code: '57P01' });
  const { batches, batcher } = recording(
    async (items) => {
      if (items.includes(1)) throw gone;
      return items;
    },
    { maxItems: 3, maxWeight: 1000, writers: 2 },
  );
  const sequence = {};
  const statuses = async (items: number[], of?: object) =>
    (await Promise.allSettled(items.map((item) => batcher.add(item, of)))).map(({ status }) => status);
  const [ofSequence, others] = await Promise.all([statuses([1, 2, 3, 4, 5], sequence), statuses([6, 7])]);
  expect(ofSequence).toEqual(Array.from({ length: 5 }, () => 'rejected'));
  expect(others).toEqual(['fulfilled', 'fulfilled']);
  expect(await statuses([8], sequence)).toEqual(['rejected']);
  expect(await statuses([9], {})).toEqual(['fulfilled']);
  expect(batches).toEqual([[1, 2, 3], [6, 7], [9]]);
  await batcher.idle();
});

test('a batch that is written item by item keeps nobody waiting', async () => {
  const refused = Object.assign(new Error('bad text'), { code: '22021' });
  const first = Promise.withResolvers<void>();
  const { batches, batcher } = recording(
    async (items) => {
      if (items.length === 3) {
        await first.promise;
        throw refused;
      }
      // The one that is written again for itself does not end.
      return items[0] === 1 ? new Promise(() => {}) : items;
    },
    { maxItems: 100, maxWeight: 1000, writers: 2 },
  );
  for (const item of [1, 2, 3]) void batcher.add(item);
  await new Promise((resolve) => setImmediate(resolve));
  const other = batcher.add(4);
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([[1, 2, 3]]);
  first.resolve();
  expect(await other).toBe(4);
  expect(batches).toEqual([[1, 2, 3], [1], [4]]);
});

test('a batch is closed by number and by weight', async () => {
  const { batches, batcher } = recording(async (items) => items, { maxItems: 3, maxWeight: 10 });
  await Promise.all([1, 1, 1, 1, 9, 5, 5].map((item) => batcher.add(item)));
  expect(batches).toEqual([
    [1, 1, 1],
    [1, 9],
    [5, 5],
  ]);
});

test('a refused item fails alone, a lost connection fails all', async () => {
  let error: Error = Object.assign(new Error('bad text'), { code: '22021' });
  const { batches, batcher } = recording(async (items) => {
    if (items.includes(2)) throw error;
    return items;
  });
  const statuses = async () =>
    (await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)))).map((one) => one.status);
  expect(await statuses()).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
  error = Object.assign(new Error('gone'), { code: '57P01' });
  expect(await statuses()).toEqual(['rejected', 'rejected', 'rejected']);
  await batcher.idle();
});
