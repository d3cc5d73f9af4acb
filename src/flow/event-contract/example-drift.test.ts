import { expect, test } from 'vitest';
import { driftFromExamples } from './example-drift.ts';
import { acceptDrift, type Learning, learn, nothingLearnt, teach } from './learning.ts';
import { mergeAll } from './merge-shapes.ts';
import { shapeOf, shapeOfEvent } from './observe.ts';
import type { Shape } from './shape.ts';
import { randomFrom } from './testing/random.ts';

const form = { keepValues: false };
const now = new Date('2026-01-01T00:00:00Z');
const given = (...examples: unknown[]) => mergeAll(examples.map((one) => shapeOf(one, form)));
const stream = (count: number, make: (index: number) => unknown) =>
  mergeAll(Array.from({ length: count }, (_, index) => shapeOfEvent(make(index), form)));

function after(before: Learning, shape: Shape, batches = 1): Learning {
  let learning = before;
  for (let index = 0; index < batches; index += 1) {
    learning = learn(learning, { shape, events: shape.seen }, now);
  }
  return learning;
}

const contact = { email: 'ann@example.com', phone: '+1', tags: [{ name: 'new' }] };

const others = (count: number) => stream(count, () => ({ email: 7, tags: [{ label: 'new' }] }));

test('what no event has as examples have it is told from a hundred events on, what no event has at all from a thousand', () => {
  expect(driftFromExamples(given(contact), others(99))).toEqual([]);
  const type = {
    steps: ['email'],
    change: { kind: 'type', type: 'number' },
    before: 0,
    now: 1,
    taught: true,
  };
  expect(driftFromExamples(given(contact), others(100))).toEqual([type]);
  expect(driftFromExamples(given(contact), others(999))).toEqual([type]);
  const drift = driftFromExamples(given(contact, { email: 'bob@example.com' }), others(1000));
  expect(drift).toEqual([
    type,
    { steps: ['phone'], change: { kind: 'missing' }, before: 0.5, now: 1, taught: true },
    { steps: ['tags', 0, 'name'], change: { kind: 'missing' }, before: 0, now: 1, taught: true },
  ]);
});

test('what is rare, null in the example, or told apart by its keys no more, is no drift', () => {
  const traffic = stream(1500, (index) => ({ id: index, ...(index === 7 ? { phone: '+1' } : {}), at: null }));
  expect(driftFromExamples(given({ id: 1, phone: '+2', at: '2026-01-01' }), traffic)).toEqual([]);
  expect(driftFromExamples(given({ id: null }), traffic)).toEqual([]);
  const keyed = stream(2000, (index) => ({ rows: { [`ann.${String(index)}@example.com`]: 1 } }));
  expect(driftFromExamples(given({ rows: { 'bob@example.com': 1 } }), keyed)).toEqual([]);
});

test('learning tells it while it is so, and no longer when it is accepted or an event has it', () => {
  const taught = teach(nothingLearnt, given(contact));
  const plain = stream(500, () => ({ email: 'ann@example.com', tags: [{ name: 'new' }] }));
  expect(after(taught, plain).drift).toBeNull();
  const drifting = after(taught, plain, 2);
  expect(drifting.drift).toEqual({
    since: now.toISOString(),
    fields: [{ steps: ['phone'], change: { kind: 'missing' }, before: 0, now: 1, taught: true }],
  });
  // Beyond the baseline, and window by window.
  expect(after(drifting, plain, 60).drift).toEqual(drifting.drift);
  expect(
    after(
      drifting,
      stream(1, () => contact),
    ).drift,
  ).toBeNull();
  const accepted = acceptDrift(drifting);
  expect(accepted.drift).toBeNull();
  expect(accepted.baseline.seen).toBe(1000);
  expect(after(accepted, plain, 60).drift).toBeNull();
  // What is taught anew is held against traffic anew.
  expect(after(teach(accepted, given(contact)), plain).drift).not.toBeNull();
});

test.each(Array.from({ length: 10 }, (_, seed) => [seed]))(
  'no alarm on traffic that does not shift, with examples out of it (seed %i)',
  (seed) => {
    const random = randomFrom(seed + 200);
    const make = () => ({
      id: random() < 0.5 ? 'a1' : 7,
      ...(random() < 0.05 ? { voucher: 'V1' } : {}),
      ...(random() < 0.3 ? { company: random() < 0.2 ? null : { name: 'Acme' } } : {}),
      tags: Array.from({ length: Math.floor(random() * 4) }, () => (random() < 0.1 ? 5 : 'new')),
    });
    let learning = teach(nothingLearnt, given(make(), make(), make()));
    for (let looks = 0; looks < 100; looks += 1) {
      learning = after(learning, stream(100, make));
      expect(learning.drift).toBeNull();
    }
  },
);

test.each(Array.from({ length: 20 }, (_, seed) => [seed]))(
  'no alarm on an example with a field of one event in a hundred (seed %i)',
  (seed) => {
    const random = randomFrom(seed + 300);
    const make = () => ({ id: 1, ...(random() < 0.01 ? { gift: true } : {}) });
    let learning = teach(nothingLearnt, given({ id: 1, gift: true }));
    for (let looks = 0; looks < 40; looks += 1) {
      learning = after(learning, stream(50, make));
      expect(learning.drift).toBeNull();
    }
  },
);
