import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { acceptDrift, baselineEvents, type Learning, learn, nothingLearnt, teach } from './learning.ts';
import { mergeShapes } from './merge-shapes.ts';
import { shapeOf } from './observe.ts';
import { emptyShape, type Shape } from './shape.ts';

const start = Date.parse('2026-01-01T00:00:00Z');

/** So many events that lack a phone every `every`th time (0: never). */
function events(count: number, every = 0): Shape {
  const shapes = Array.from({ length: count }, (_, index) =>
    shapeOf(every > 0 && index % every === 0 ? { id: 1 } : { id: 1, phone: '+1' }, { keepValues: false }),
  );
  return shapes.reduce(mergeShapes, emptyShape());
}

/** Batches of 50 events, a minute apart. */
function after(before: Learning, batches: number, shape: Shape, from = 0): Learning {
  let learning = before;
  for (let index = 0; index < batches; index += 1) {
    learning = learn(learning, { shape, events: shape.seen }, new Date(start + (from + index) * 60_000));
  }
  return learning;
}

const settled = after(nothingLearnt, baselineEvents / 50, events(50));

test('the first events make the baseline, and steady traffic never alarms', () => {
  expect(settled.baseline.seen).toBe(baselineEvents);
  const steady = after(settled, 100, events(50));
  expect(steady.drift).toBeNull();
  expect(steady.events).toBe(6_000);
  expect(steady.learnt.seen).toBe(6_000);
  expect(steady.baseline).toBe(settled.baseline);
});

test('drift is told since its window began, lasts while it lasts, and ends by itself', () => {
  const drifting = after(settled, 4, events(50, 5), 10);
  expect(drifting.drift).toMatchObject({
    since: new Date(start + 10 * 60_000).toISOString(),
    fields: [{ steps: ['phone'], change: { kind: 'missing' }, before: 0, now: 0.2 }],
  });
  const still = after(drifting, 60, events(50, 5), 14);
  expect(still.drift?.since).toBe(drifting.drift?.since);
  // The window at hand ends with what it has; the next one is without drift.
  const over = after(still, 40, events(50), 100);
  expect(over.drift).toBeNull();
});

test('drift that is accepted is the new baseline', () => {
  const accepted = acceptDrift(after(settled, 4, events(50, 5)));
  expect(accepted.drift).toBeNull();
  const further = after(accepted, 60, events(50, 5));
  expect(further.drift).toBeNull();
  expect(after(further, 10, events(50)).drift?.fields[0]).toMatchObject({ steps: ['phone'], before: 0.2 });
});

test('examples add to what is known, not to traffic', () => {
  const taught = teach(settled, shapeOf({ vip: true }, { keepValues: true }));
  expect(taught.learnt.keys?.['vip']?.seen).toBe(1);
  expect(taught.events).toBe(settled.events);
  expect(taught.baseline).toBe(settled.baseline);
});

test('events that do not keep to a locked contract drift from it at once, as long as it is locked', () => {
  const { agreement } = readAgreement({
    required: ['id', 'phone'],
    properties: { id: { type: 'string' }, phone: { type: 'string' } },
  });
  const shape = events(50, 5);
  const first = learn(nothingLearnt, { shape, events: 50, agreement }, new Date(start));
  expect(first.drift).toEqual({
    since: new Date(start).toISOString(),
    fields: [
      { steps: ['phone'], change: { kind: 'missing' }, before: 0, now: 0.2, agreed: true },
      { steps: ['id'], change: { kind: 'type', type: 'number' }, before: 0, now: 1, agreed: true },
    ],
  });
  const later = learn(first, { shape, events: 50, agreement }, new Date(start + 60_000));
  expect(later.drift?.since).toBe(first.drift?.since);
  expect(learn(later, { shape, events: 50 }, new Date(start + 120_000)).drift).toBeNull();
  const settledThen = learn(settled, { shape, events: 50, agreement }, new Date(start));
  expect(settledThen.drift?.fields).toHaveLength(2);
  const unlocked = after(settledThen, 1, events(50)).drift?.fields;
  expect(unlocked).toMatchObject([{ steps: ['phone'], now: 0.1 }]);
  expect(unlocked?.[0]?.agreed).toBeUndefined();
});

test('what is kept of an event has a limited size', () => {
  let learning = nothingLearnt;
  for (let index = 0; index < 5; index += 1) {
    const rows = Array.from({ length: 90 }, (_, row) => [
      `q${(index * 53 + row) % 999}`,
      Object.fromEntries(
        Array.from({ length: 90 }, (_, key) => [`r${(index * 37 + row * 7 + key) % 999}`, 0]),
      ),
    ]);
    const data = { no: 'x', customer: { name: 'Ann' }, rows: Object.fromEntries(rows) as object };
    learning = learn(learning, { shape: shapeOf(data, { keepValues: false }), events: 1 }, new Date(start));
  }
  expect(JSON.stringify(learning.learnt).length).toBeLessThan(500_000);
  expect(learning.learnt.keys?.['customer']?.keys?.['name']?.seen).toBe(5);
});
