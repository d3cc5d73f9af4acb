import { expect, test } from 'vitest';
import type { JournaledStep } from '../store/steps.ts';
import { type Delivery, firstDelivery } from './delivery.ts';
import { createFrontier, type Frontier } from './frontier.ts';
import type { Pause } from './pause.ts';
import { behavioursWith } from './testing/catalogue.ts';
import { descriptorOf } from './testing/flows.ts';

const never: Pause = { isDue: () => false, take: () => Promise.resolve() };
const descriptor = descriptorOf({
  t: { type: 'onEvent' },
  each: { type: 'eachItem', from: [['t', 'out']] },
  set: { type: 'set', from: [['each', 'item']] },
  join: { type: 'joinEach', into: { in: { from: [['set', 'out']] }, count: { from: [['each', 'done']] } } },
  after: { type: 'act', from: [['join', 'out']] },
});

const frontierOf = (known: JournaledStep[], pause = never): Promise<Frontier> =>
  createFrontier({
    descriptor,
    behaviours: behavioursWith(),
    beginsAt: 't',
    known: new Map(known.map((step) => [step.path, step])),
    isTest: false,
    first: firstDelivery('t'),
    pause,
  });

/** What each component sends for a list of so many items. */
function sentBy({ componentId, inPort }: Delivery, items: number): JournaledStep['outputs'] {
  if (componentId === 'each') {
    const values = Array.from({ length: items }, (_, value) => ({ port: 'item', content: { value } }));
    return [...values, { port: 'done', content: {} }];
  }
  return componentId === 'join' && inPort === 'in' ? [] : [{ port: 'out', content: {} }];
}

/** The journal of a run until the step behind the list, and what that one came with. */
async function walked(items: number): Promise<{ journal: JournaledStep[]; after: Delivery }> {
  const frontier = await frontierOf([]);
  const journal: JournaledStep[] = [];
  for (;;) {
    const delivery = frontier.next(new Date(0))!;
    const { path, componentId } = delivery;
    if (componentId === 'after') return { journal, after: delivery };
    const outputs = sentBy(delivery, items)!;
    const outcome = { inputs: {}, outputs, timers: null };
    if (componentId === 'join') frontier.gatherings.of(delivery, {});
    frontier.emitted(delivery, outcome);
    journal.push({
      stepNo: journal.length + 1,
      path,
      componentId,
      status: 'completed',
      attempts: 1,
      input: {},
      outputs,
      error: null,
      warnings: null,
      timers: null,
      startedAt: new Date(0),
    });
  }
}

/** The least processor time of a few attempts, in milliseconds. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return Math.min(...costs);
}

test('four times as many items that come together cost about four times as much, walked and resumed', async () => {
  const [few, many] = [1_500, 6_000];
  // The square would be sixteen times as much.
  const [less, more] = [await costOf(() => walked(few)), await costOf(() => walked(many))];
  expect(more / less).toBeLessThan(9);
  const [short, long] = [await walked(few), await walked(many)];
  const soon = await costOf(() => frontierOf(short.journal));
  const late = await costOf(() => frontierOf(long.journal));
  expect(late / soon).toBeLessThan(9);
});

test('what the journal knows is gone through with pauses, and comes to the same', async () => {
  const { journal, after } = await walked(50);
  let pauses = 0;
  const take = () => Promise.resolve(void (pauses += 1));
  const frontier = await frontierOf(journal, { isDue: () => true, take });
  expect(pauses).toBe(journal.length);
  expect(frontier.next(new Date(0))).toEqual(after);
  expect(after.scope).toMatchObject({ each: { item: { value: 49 } }, set: { out: {} }, join: { out: {} } });
});

test('each arrival finds the same list, longer by what came since', async () => {
  const frontier = await frontierOf([]);
  const lists = new Set<unknown>();
  for (let delivery = frontier.next(new Date(0)); delivery; delivery = frontier.next(new Date(0))) {
    if (delivery.componentId === 'join') lists.add(frontier.gatherings.of(delivery, {}).earlier);
    frontier.emitted(delivery, { inputs: {}, outputs: sentBy(delivery, 5)!, timers: null });
  }
  expect(lists.size).toBe(1);
});
