import { expect, test } from 'vitest';
import { driftBetween } from './drift.ts';
import { mergeAll, mergeShapes } from './merge-shapes.ts';
import { shapeOf, shapeOfEvent } from './observe.ts';
import { emptyShape, type Shape } from './shape.ts';
import { randomFrom } from './testing/random.ts';

const form = { keepValues: false };

/** A contact as a product sends it; `phoneMissing` is the share of those without a phone number. */
function contact(random: () => number, phoneMissing = 0): object {
  return {
    id: random() < 0.5 ? 'a1' : 7,
    email: 'ann@example.com',
    ...(random() < phoneMissing ? {} : { phone: '+1' }),
    ...(random() < 0.3 ? { company: random() < 0.2 ? null : { name: 'Acme' } } : {}),
    tags: Array.from({ length: Math.floor(random() * 4) }, () => (random() < 0.1 ? 5 : 'new')),
  };
}

function stream(random: () => number, count: number, make = contact): Shape {
  return mergeAll(Array.from({ length: count }, () => shapeOfEvent(make(random), form)));
}

/** An order whose 1 to 40 lines have a discount all together, or none of them. */
function order(random: () => number, discounted = 0.2): object {
  const discount = random() < discounted ? { discount: random() < 0.5 ? 1 : '5 %' } : {};
  return {
    no: 'x',
    lines: Array.from({ length: 1 + Math.floor(random() * 40) }, () => ({ sku: 'a', ...discount })),
  };
}

test('a field that goes missing in 12 of 100 events alarms within a thousand', () => {
  const random = randomFrom(1);
  const drift = driftBetween(
    stream(random, 5_000),
    stream(random, 1_000, (next) => contact(next, 0.12)),
  );
  expect(drift).toHaveLength(1);
  expect(drift[0]).toMatchObject({ steps: ['phone'], change: { kind: 'missing' }, before: 0 });
  expect(drift[0]!.now).toBeGreaterThan(0.08);
});

test('a field that is gone alarms within a hundred events', () => {
  const random = randomFrom(2);
  const drift = driftBetween(
    stream(random, 5_000),
    stream(random, 100, (next) => contact(next, 1)),
  );
  expect(drift.map(({ steps, now }) => ({ steps, now }))).toEqual([{ steps: ['phone'], now: 1 }]);
});

test('a new key, another type and what lists hold are told by their place', () => {
  const before = stream(randomFrom(3), 2_000);
  const now = stream(randomFrom(4), 1_000, (next) => ({
    ...contact(next),
    email: null,
    tags: [{ name: 'new' }],
    source: 'web',
  }));
  const drift = driftBetween(before, now);
  expect(drift).toContainEqual(
    expect.objectContaining({ steps: ['email'], change: { kind: 'type', type: 'null' } }),
  );
  expect(drift).toContainEqual(
    expect.objectContaining({ steps: ['source'], change: { kind: 'missing' }, before: 1, now: 0 }),
  );
  expect(drift).toContainEqual(
    expect.objectContaining({ steps: ['tags', 0], change: { kind: 'type', type: 'object' }, before: 0 }),
  );
});

test('a shift of what lists hold together is found', () => {
  const random = randomFrom(5);
  const drift = driftBetween(
    stream(random, 1_000, order),
    stream(random, 300, (next) => order(next, 0.5)),
  );
  expect(drift[0]).toMatchObject({ steps: ['lines', 0, 'discount'], change: { kind: 'missing' } });
  expect(drift[0]!.before).toBeCloseTo(0.8, 1);
  expect(drift[0]!.now).toBeCloseTo(0.5, 1);
});

test.each([contact, order].flatMap((make) => Array.from({ length: 10 }, (_, seed) => [make, seed] as const)))(
  'no alarm on traffic that does not shift, whenever one looks (%o, seed %i)',
  (of, seed) => {
    const make = (next: () => number) => of(next);
    const random = randomFrom(seed + 100);
    const before = stream(random, 2_000, make);
    let now = emptyShape();
    for (let looks = 0; looks < 100; looks += 1) {
      now = mergeShapes(now, stream(random, 100, make));
      expect(driftBetween(before, now)).toEqual([]);
      if (now.seen >= 1_000) now = emptyShape();
    }
  },
);

test('a handful of events tells nothing', () => {
  const before = shapeOf({ a: 1 }, form);
  expect(driftBetween(before, shapeOf({}, form))).toEqual([]);
});
