import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { grid } from '../../../flow/placement.ts';
import { catalogue } from '../../catalogue.ts';
import { cardSizes } from './card-sizes.ts';
import { tidyLayout } from './tidy-layout.ts';

const post = 'appmixer.utils.http.Post';
const flow: Descriptor = {
  no: { type: post, x: 40, y: 0, source: { in: { check: ['false'] } } },
  yes: { type: post, x: 30, y: 20, source: { in: { check: ['true'] } } },
  check: { type: 'appmixer.utils.controls.Condition', x: 20, y: 10, source: { in: { start: ['out'] } } },
  start: { type: 'appmixer.utils.controls.OnStart', x: 7, y: 5 },
  constructor: { type: post, x: 100, y: 900, source: { in: { yes: ['response'] } } },
};
const sizes = cardSizes(flow, catalogue);
const tidy = (ids = Object.keys(flow)) => tidyLayout({ descriptor: flow, catalogue, ids, sizes });

test('what follows stands to the right, nothing covers another, all on the grid', () => {
  const places = new Map(Object.entries(tidy()));
  for (const { from, to } of linksOf(flow)) {
    expect(places.get(to)!.x).toBeGreaterThanOrEqual(places.get(from)!.x + 240 + grid);
  }
  const boxes = [...places].map(([id, place]) => ({ ...place, ...sizes[id]! }));
  for (const a of boxes) {
    expect([a.x % grid, a.y % grid].map(Math.abs)).toEqual([0, 0]);
    for (const b of boxes) {
      if (a === b) continue;
      const apart = Math.abs(a.x - b.x) >= 240 || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
});

test('the upper port leads to the upper card, whatever the order in the document', () => {
  const places = tidy();
  expect(places['yes']!.y).toBeLessThan(places['no']!.y);
});

test('only the chosen ones move, and their corner stays', () => {
  const places = tidy(['yes', 'constructor', 'gone']);
  expect(Object.keys(places).toSorted()).toEqual(['constructor', 'yes']);
  expect(places['yes']).toEqual({ x: 32, y: 16 });
  expect(tidy([])).toEqual({});
});
